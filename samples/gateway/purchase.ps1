# A purchase at a pharmacy by PowerShell 7. Not run by a test: see purchase.sh for the one that is.
. "$PSScriptRoot/Gateway.ps1"

$shift = Get-Shift
$eligibility = Get-Eligibility $shift
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

$outcome = Submit-Settlement $shift $env:BILL $quote
Write-Output "结果 ending: $($outcome.ending)"
if ($outcome.ending -eq 'settled') {
  (Invoke-Gateway GET "/v1/bills/$env:BILL/slip?paper=58").text
  # Only after the POS's own transaction has committed:
  Invoke-Gateway POST "/v1/bills/$env:BILL/acknowledge" @{} | Out-Null
}
