# shellcheck shell=bash
# What every example by curl needs: source it. It wants
#   CARESETTLE_GATEWAY     such as http://127.0.0.1:8686
#   CARESETTLE_TOKEN_FILE  the gateway's token file
#   OPERATOR_PASSWORD      what opens the operator's key, where it has a password
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

json() { # TEXT as JSON writes it
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}
take_shift() { # OPERATOR: the ticket of the shift; OPERATOR_PASSWORD opens a key that has one
  local password=${OPERATOR_PASSWORD:+,\"password\":$(json "$OPERATOR_PASSWORD")}
  printf '{"operator":%s%s}' "$(json "$1")" "${password:-}" | call POST /v1/shifts - | text shift
}
eligible() { # SHIFT: identifies who scanned, and answers the ticket of the verdict
  local patient
  patient=$(printf '{"shift":"%s","credential":{"scanned":"%s"},"registration":{"visit":"%s","name":"%s","document":{"type":"resident-identity-card","number":"%s"}}}' \
    "$1" "$SCANNED" "$VISIT" "$NAME" "$DOCUMENT" | call POST /v1/identify - | text patient)
  printf '{"shift":"%s","patient":"%s","visit":{"careType":"pharmacy","serviceDate":"%s"}}' \
    "$1" "$patient" "$DAY" | call POST /v1/eligibility - | text eligibility
}
settle() { # SHIFT BILL: settles by the quote on standard input, and answers the outcome
  local quote
  quote=$(cat)
  # Lost the answer? Send the same again: a bill is settled once by its number.
  printf '{"shift":"%s","quote":"%s","digest":"%s"}' \
    "$1" "$(text quote <<<"$quote")" "$(text digest <<<"$quote")" | call POST "/v1/bills/$2/settle" -
}
