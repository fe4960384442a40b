#!/usr/bin/env bash
# A purchase at a pharmacy by curl. Run by a test.
#   CARESETTLE_GATEWAY     such as http://127.0.0.1:8686
#   CARESETTLE_TOKEN_FILE  the gateway's token file
#   OPERATOR, SCANNED, NAME, DOCUMENT, VISIT, BILL, DAY   who and what
set -euo pipefail

# The token goes to curl through a file of headers: others see the arguments of a process.
headers=$(mktemp)
trap 'rm -f "$headers"' EXIT
printf 'Authorization: Bearer %s\n' "$(cat "$CARESETTLE_TOKEN_FILE")" >"$headers"

call() { # METHOD PATH [JSON on standard input]
  curl --silent --show-error --fail-with-body --max-time 60 \
    --header @"$headers" --header 'Content-Type: application/json' \
    --request "$1" "$CARESETTLE_GATEWAY$2" ${3:+--data-binary @-}
}
text() { # KEY: the first text of that key in what was answered
  sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p;q"
}

shift_=$(printf '{"operator":"%s"}' "$OPERATOR" | call POST /v1/shifts - | text shift)

patient=$(printf '{"shift":"%s","credential":{"scanned":"%s"},"registration":{"visit":"%s","name":"%s","document":{"type":"resident-identity-card","number":"%s"}}}' \
  "$shift_" "$SCANNED" "$VISIT" "$NAME" "$DOCUMENT" | call POST /v1/identify - | text patient)

eligibility=$(printf '{"shift":"%s","patient":"%s","visit":{"careType":"pharmacy","serviceDate":"%s"}}' \
  "$shift_" "$patient" "$DAY" | call POST /v1/eligibility - | text eligibility)

quote=$(printf '{"shift":"%s","eligibility":"%s","bill":{"number":"%s","lines":[{"line":"1","code":"TEST-0001","unitPrice":"23.50","quantity":"2"}]}}' \
  "$shift_" "$eligibility" "$BILL" | call POST /v1/quotes -)
echo "应付 to pay in cash: $(text cash <<<"$quote")"

# Lost the answer? Send the same again: a bill is settled once by its number.
outcome=$(printf '{"shift":"%s","quote":"%s","digest":"%s"}' \
  "$shift_" "$(text quote <<<"$quote")" "$(text digest <<<"$quote")" \
  | call POST "/v1/bills/$BILL/settle" -)
ending=$(text ending <<<"$outcome")
echo "结果 ending: $ending"

if [ "$ending" = settled ]; then
  printf '%b\n' "$(call GET "/v1/bills/$BILL/slip?paper=58" | text text)"
  # Only after the POS's own transaction has committed:
  printf '{}' | call POST "/v1/bills/$BILL/acknowledge" - >/dev/null
fi
echo "未完成 unfinished: $(call GET /v1/unfinished)"
