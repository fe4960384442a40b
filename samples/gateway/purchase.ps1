# A purchase at a pharmacy by PowerShell 7. Not run by a test: see purchase.sh for the one that is.
#   $env:CARESETTLE_GATEWAY, $env:CARESETTLE_TOKEN_FILE, and who and what as in purchase.sh
$ErrorActionPreference = 'Stop'
$token = (Get-Content -Raw $env:CARESETTLE_TOKEN_FILE).Trim()

function Invoke-Gateway([string] $Method, [string] $Path, $Body) {
  $request = @{
    Method     = $Method
    Uri        = "$env:CARESETTLE_GATEWAY$Path"
    Headers    = @{ Authorization = "Bearer $token" }
    TimeoutSec = 60
  }
  if ($null -ne $Body) {
    $request.ContentType = 'application/json; charset=utf-8'
    $request.Body = [Text.Encoding]::UTF8.GetBytes((ConvertTo-Json $Body -Depth 8 -Compress))
  }
  Invoke-RestMethod @request
}

$shift = (Invoke-Gateway POST /v1/shifts @{ operator = $env:OPERATOR }).shift
$patient = (Invoke-Gateway POST /v1/identify @{
    shift        = $shift
    credential   = @{ scanned = $env:SCANNED }
    registration = @{
      visit    = $env:VISIT
      name     = $env:NAME
      document = @{ type = 'resident-identity-card'; number = $env:DOCUMENT }
    }
  }).patient
$eligibility = (Invoke-Gateway POST /v1/eligibility @{
    shift   = $shift
    patient = $patient
    visit   = @{ careType = 'pharmacy'; serviceDate = $env:DAY }
  }).eligibility
$quote = Invoke-Gateway POST /v1/quotes @{
  shift       = $shift
  eligibility = $eligibility
  # Amounts are texts: a number would pass through a binary fraction.
  bill        = @{
    number = $env:BILL
    lines  = @(@{ line = '1'; code = 'TEST-0001'; unitPrice = '23.50'; quantity = '2' })
  }
}
Write-Output "应付 to pay in cash: $($quote.split.cash)"

# Lost the answer? Send the same again: a bill is settled once by its number.
$outcome = Invoke-Gateway POST "/v1/bills/$env:BILL/settle" @{
  shift = $shift; quote = $quote.quote; digest = $quote.digest
}
Write-Output "结果 ending: $($outcome.ending)"
if ($outcome.ending -eq 'settled') {
  (Invoke-Gateway GET "/v1/bills/$env:BILL/slip?paper=58").text
  # Only after the POS's own transaction has committed:
  Invoke-Gateway POST "/v1/bills/$env:BILL/acknowledge" @{} | Out-Null
}
