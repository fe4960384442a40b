#!/usr/bin/env bash
# The end of a day by curl. Run by a test. It wants what gateway.sh wants, OPERATOR, who is a
# supervisor, and DAY.
source "$(dirname "$0")/gateway.sh"

shift_=$(take_shift "$OPERATOR")
day=$(printf '{"shift":"%s"}' "$shift_" | call POST "/v1/days/$DAY/compare" -)
case "$day" in
  *'"clean":true'*) echo "账平 the books agree" ;;
  # Each has a ticket, 'decision', where somebody may decide: POST /v1/days/$DAY/confirm
  *) echo "有差异 they differ: $day" ;;
esac
report=$(printf '{"shift":"%s","report":"%s"}' "$shift_" "$(text report <<<"$day")" \
  | call POST "/v1/days/$DAY/report" -)
printf '%b\n' "$(text text <<<"$report")"
