# What every example by PowerShell 7 needs: dot-source it. Not run by a test.
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

function Get-Shift {
  $who = @{ operator = $env:OPERATOR }
  # Only where the operator's key has one.
  if ($env:OPERATOR_PASSWORD) { $who.password = $env:OPERATOR_PASSWORD }
  (Invoke-Gateway POST /v1/shifts $who).shift
}

function Get-Eligibility([string] $Shift) {
  $patient = (Invoke-Gateway POST /v1/identify @{
      shift        = $Shift
      credential   = @{ scanned = $env:SCANNED }
      registration = @{
        visit    = $env:VISIT
        name     = $env:NAME
        document = @{ type = 'resident-identity-card'; number = $env:DOCUMENT }
      }
    }).patient
  (Invoke-Gateway POST /v1/eligibility @{
      shift   = $Shift
      patient = $patient
      visit   = @{ careType = 'pharmacy'; serviceDate = $env:DAY }
    }).eligibility
}

function Submit-Settlement([string] $Shift, [string] $Bill, $Quote) {
  # Lost the answer? Send the same again: a bill is settled once by its number.
  Invoke-Gateway POST "/v1/bills/$Bill/settle" @{
    shift = $Shift; quote = $Quote.quote; digest = $Quote.digest
  }
}
