# ./dev for Windows: the same errands with Visual Studio 2022 and vcpkg (both come with the "Desktop development with
# C++" workload). Libraries: vcpkg.json. A Qt that is already installed (QT_ROOT_DIR) is used; else vcpkg builds one.
param([string]$Command = "help", [string[]]$Rest)
$ErrorActionPreference = "Stop"
Set-Location $PSScriptRoot

function Say($Text) { Write-Host "dev: $Text" }

function Invoke-Checked([string]$Program) {
    & $Program @args
    if ($LASTEXITCODE -ne 0) { throw "$Program ended with code $LASTEXITCODE" }
}

function Enter-Compiler {
    if (Get-Command cl -ErrorAction SilentlyContinue) { return }
    $vswhere = "${env:ProgramFiles(x86)}\Microsoft Visual Studio\Installer\vswhere.exe"
    if (-not (Test-Path $vswhere)) { throw "Visual Studio 2022 with 'Desktop development with C++' is needed." }
    $path = & $vswhere -latest -products * -requires Microsoft.VisualStudio.Component.VC.Tools.x86.x64 -property installationPath
    Import-Module "$path\Common7\Tools\Microsoft.VisualStudio.DevShell.dll"
    Enter-VsDevShell -VsInstallPath $path -SkipAutomaticLocation -DevCmdArguments "-arch=x64" | Out-Null
}

function Find-Vcpkg {
    foreach ($root in @($env:VCPKG_INSTALLATION_ROOT, $env:VCPKG_ROOT)) {
        if ($root -and (Test-Path "$root\scripts\buildsystems\vcpkg.cmake")) { return $root }
    }
    throw "vcpkg is needed: install its Visual Studio component, or set VCPKG_ROOT."
}

function Build($Preset) {
    Enter-Compiler
    $options = @("--preset", $Preset, "-DCMAKE_TOOLCHAIN_FILE=$(Find-Vcpkg)\scripts\buildsystems\vcpkg.cmake")
    if ($env:QT_ROOT_DIR) {
        Say "using Qt from $env:QT_ROOT_DIR"
        $options += @("-DCMAKE_PREFIX_PATH=$env:QT_ROOT_DIR", "-DVCPKG_MANIFEST_NO_DEFAULT_FEATURES=ON")
        $env:PATH = "$env:QT_ROOT_DIR\bin;$env:PATH"
    }
    Invoke-Checked cmake @options
    Invoke-Checked cmake --build --preset $Preset
}

switch ($Command) {
    "run" {
        Build release
        if (-not (Test-Path out\demo.rota)) {
            New-Item -ItemType Directory -Force out | Out-Null
            Invoke-Checked build\release\bin\rota.exe --db out\demo.rota demo
        }
        Invoke-Checked build\release\bin\rotascope.exe out\demo.rota
    }
    "test" {
        Build release
        Invoke-Checked ctest --preset release --parallel $env:NUMBER_OF_PROCESSORS @Rest
    }
    "build" { Build $(if ($Rest) { $Rest[0] } else { "release" }) }
    default { Write-Host "Usage: ./dev.ps1 run | test [CTEST ARGS] | build [PRESET]" }
}
