from cloudflare import Cloudflare

logs = Cloudflare().security_center.insights.audit_logs
entries = list(logs.list(account_id="account_id", per_page=100))  # follows every page

print("changed      field                from             to               by")
for entry in entries[:4]:
    was, became = entry.previous_value or "-", entry.current_value or "-"
    print(f"{entry.changed_at:%d %b %Y}  {entry.field_changed:<20} {was:<16} {became:<16} {entry.changed_by}")
print(f"… {len(entries)} entries, back to {entries[-1].changed_at:%d %b %Y}")
