#!/usr/bin/env bash
# A purchase at a pharmacy by curl. Run by a test. It wants what gateway.sh wants, and
#   OPERATOR, SCANNED, NAME, DOCUMENT, VISIT, BILL, DAY   who and what
source "$(dirname "$0")/gateway.sh"

shift_=$(take_shift "$OPERATOR")
eligibility=$(eligible "$shift_")

quote=$(printf '{"shift":"%s","eligibility":"%s","bill":{"number":"%s","lines":[{"line":"1","code":"TEST-0001","unitPrice":"23.50","quantity":"2"}]}}' \
  "$shift_" "$eligibility" "$BILL" | call POST /v1/quotes -)
echo "应付 to pay in cash: $(text cash <<<"$quote")"

outcome=$(settle "$shift_" "$BILL" <<<"$quote")
ending=$(text ending <<<"$outcome")
echo "结果 ending: $ending"

if [ "$ending" = settled ]; then
  printf '%b\n' "$(call GET "/v1/bills/$BILL/slip?paper=58" | text text)"
  # Only after the POS's own transaction has committed:
  printf '{}' | call POST "/v1/bills/$BILL/acknowledge" - >/dev/null
fi
echo "未完成 unfinished: $(call GET /v1/unfinished)"
