# The end of a day by PowerShell 7. Not run by a test: see day-end.sh for the one that is.
. "$PSScriptRoot/Gateway.ps1"

$shift = Get-Shift
$day = Invoke-Gateway POST "/v1/days/$env:DAY/compare" @{ shift = $shift }
if ($day.clean) { Write-Output '账平 the books agree' }
foreach ($each in @($day.differences) + @($day.carried) | Where-Object decision) {
  # To do it: POST /v1/days/{day}/confirm with shift and decision; the operator signs for it.
  Write-Output "待确认 to be confirmed: $($each.bill) $($each.remedy.words)"
}
(Invoke-Gateway POST "/v1/days/$env:DAY/report" @{ shift = $shift; report = $day.report }).text
