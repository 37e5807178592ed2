"""Whether a description keeps to its standard, and says what it means.

The validators run in a separate process under a time limit: they may raise anything, hang
or die, and what they found until then still counts.
"""

from __future__ import annotations

from ..diagnostics import Place, Report
from ..examine.protocol import steps
from .documents import DocumentSet
from .upgrade import upgrade
from .validation.checks import check_meaning
from .validation.invisible import check_invisible
from .validation.process import examining
from .validation.request import build_request
from .validation.translate import Translation
from .version import check_version

TIME_LIMIT = 60.0


def validate(
    documents: DocumentSet,
    report: Report,
    *,
    thorough: bool = True,
    time_limit: float = TIME_LIMIT,
) -> None:
    """Report everything that is wrong with a description that has not been upgraded yet.

    ``thorough`` runs openapi-spec-validator as well, which takes many seconds on the largest
    descriptions; without it the meta-schema and our own checks say nearly the same.
    ``time_limit`` is in seconds.
    """
    version = check_version(documents, Report())
    if version is None:
        return  # the caller's ``check_version`` reports it
    meaning = Report()
    with examining() as process:
        upgraded = upgrade(documents, version)
        process.ask(build_request(documents, upgraded, version, thorough=thorough))
        check_meaning(documents, meaning)
        check_invisible(documents, meaning)
        lines = process.lines(time_limit)
    translation = Translation(documents, upgraded, report)
    finished = []
    for line in lines:
        if "done" in line:
            translation.end_step(line)
            finished.append(line["done"])
        else:
            translation.add(line)
    wanted = steps(version[:3], thorough=thorough)
    unfinished = [step for step in wanted if step not in finished]
    if unfinished:
        message = f"the validator did not finish: '{unfinished[0]}' was cut off"
        help = "fix the findings so far"
        report.warning("S039", Place(documents.root.name), message, help=help)
    for finding in meaning.diagnostics:
        report.add(finding)
