#!/usr/bin/env bash
# A refund at a pharmacy by curl: one of two things comes back. Run by a test. It wants what
# purchase.sh wants; BILL is the bill that stands, and the rest is settled as BILL with an R.
source "$(dirname "$0")/gateway.sh"

shift_=$(take_shift "$OPERATOR")
eligibility=$(eligible "$shift_")

# Sent again, also after a crash between the two bills, it goes on where it stood.
refund=$(printf '{"shift":"%s","eligibility":"%s","reason":"退药","bill":{"number":"%s","lines":[{"line":"1","code":"TEST-0001","unitPrice":"23.50","quantity":"1"}]}}' \
  "$shift_" "$eligibility" "${BILL}R" | call POST "/v1/bills/$BILL/refund" -)
case "$refund" in
  *'"between":true'*) ;;
  *) echo "原单尚未撤销 the old bill may stand: run this again" && exit 1 ;;
esac
quote="{${refund#*'"quote":{'}"
echo "余下应付 to pay in cash for the rest: $(text cash <<<"$quote")"

outcome=$(settle "$shift_" "${BILL}R" <<<"$quote")
ending=$(text ending <<<"$outcome")
echo "结果 ending: $ending"
[ "$ending" = settled ] || exit 1
printf '%b\n' "$(call GET "/v1/bills/$BILL/refund/slip?paper=58" | text text)"
# Only after the POS's own transaction has committed, both of them:
printf '{}' | call POST "/v1/bills/$BILL/acknowledge" - >/dev/null
printf '{}' | call POST "/v1/bills/${BILL}R/acknowledge" - >/dev/null
echo "未完成 unfinished: $(call GET /v1/unfinished)"
