# smoke.ps1 SETUP VERSION: the setup on a real Windows: installed without questions, used, removed. For the release
# workflow; the longer proof runs under Wine (windows_proof.sh).
param([Parameter(Mandatory)][string]$Setup, [Parameter(Mandatory)][string]$Version)
$ErrorActionPreference = "Stop"

function Expect($What, $Is, $Wanted) {
    if ($Is -ne $Wanted) { throw "${What}: '$Is' is not '$Wanted'" }
}

function Invoke-Setup([string]$Program, [string[]]$Options) {
    (Start-Process $Program -ArgumentList $Options -Wait -PassThru).ExitCode
}

$data = "$env:LOCALAPPDATA\Rotascope"
$program = "$env:LOCALAPPDATA\Programs\Rotascope"
Expect "exit code of the setup" (Invoke-Setup $Setup @("/S")) 0
Expect "rota --version" (& "$program\rota.exe" --version) "rota $Version"

$folder = Join-Path $env:TEMP "Kurse für Zoë"
New-Item -ItemType Directory -Force $folder | Out-Null
& "$program\rota.exe" demo
Expect "exit code of rota demo" $LASTEXITCODE 0
$figures = & "$program\rota.exe" divergence --json | ConvertFrom-Json
if ($null -eq $figures.spread) { throw "rota divergence has no spread" }
& "$program\rota.exe" --db "$folder\Zoë.rota" demo
Expect "exit code of rota demo in a folder of a user's own" $LASTEXITCODE 0
& "$program\rota.exe" report -o "$folder\Bericht.html"
Expect "exit code of rota report" $LASTEXITCODE 0
& "$program\rota.exe" verify "$folder\Bericht.html"
Expect "exit code of rota verify" $LASTEXITCODE 0

$picture = Join-Path $PWD "window.png"
Expect "exit code of --screenshot" (Invoke-Setup "$program\rotascope.exe" @("--screenshot", "`"$picture`"")) 0
if ((Get-Item $picture).Length -lt 40000) { throw "the picture of the window is empty" }

Invoke-Setup "$program\uninstall.exe" @("/S") | Out-Null
for ($i = 0; $i -lt 30 -and (Test-Path $program); $i++) { Start-Sleep 1 }
if (Test-Path $program) { throw "the uninstaller left $program" }
if (-not (Test-Path "$data\desk.rota")) { throw "the uninstaller took the desk" }
Write-Host "smoke: installed, used, removed"
