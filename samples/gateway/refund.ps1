# A refund at a pharmacy by PowerShell 7. Not run by a test: see refund.sh for the one that is.
. "$PSScriptRoot/Gateway.ps1"

$shift = Get-Shift
$anew = "$($env:BILL)R"
# Sent again, also after a crash between the two bills, it goes on where it stood.
$refund = Invoke-Gateway POST "/v1/bills/$env:BILL/refund" @{
  shift       = $shift
  eligibility = Get-Eligibility $shift
  reason      = '退药'
  bill        = @{
    number = $anew
    lines  = @(@{ line = '1'; code = 'TEST-0001'; unitPrice = '23.50'; quantity = '1' })
  }
}
if (-not $refund.between) { throw '原单尚未撤销 the old bill may stand: run this again' }
Write-Output "余下应付 to pay in cash for the rest: $($refund.quote.split.cash)"
$outcome = Submit-Settlement $shift $anew $refund.quote
Write-Output "结果 ending: $($outcome.ending)"
if ($outcome.ending -ne 'settled') { exit 1 }
(Invoke-Gateway GET "/v1/bills/$env:BILL/refund/slip?paper=58").text
# Only after the POS's own transaction has committed, both of them:
Invoke-Gateway POST "/v1/bills/$env:BILL/acknowledge" @{} | Out-Null
Invoke-Gateway POST "/v1/bills/$anew/acknowledge" @{} | Out-Null
