import cloudflare

client = cloudflare.Cloudflare(max_retries=0)
try:
    client.security_center.insights.audit_logs.list(zone_id="zone_id", per_page=5000)
except cloudflare.BadRequestError as error:
    print(type(error).__name__, error.status_code, error.errors[0].message)
