; The install folder on the search path. NSIS's own strings end after 1024 letters, longer paths are common, and a path
; that is cut off breaks other programs: so the value stays in memory of the system's, of any length.
;   $1 key · $2 kind of value · $3 bytes · $4 the path between two semicolons · $5 the folder between two semicolons

!define READ_WRITE 0x2001F
!define EXPANDED_TEXT 2

!macro OpenPath
  ${If} $everyone = 1
    System::Call 'advapi32::RegOpenKeyExW(p 0x80000002, w "SYSTEM\CurrentControlSet\Control\Session Manager\Environment", i 0, i ${READ_WRITE}, *p .r1) i .r0'
  ${Else}
    System::Call 'advapi32::RegOpenKeyExW(p 0x80000001, w "Environment", i 0, i ${READ_WRITE}, *p .r1) i .r0'
  ${EndIf}
  StrCpy $2 ${EXPANDED_TEXT}
  StrCpy $3 0
  StrCpy $5 ";$INSTDIR;"
  System::Call 'advapi32::RegQueryValueExW(p r1, w "Path", p 0, *i .r2, p 0, *i .r3) i .r0'
  ${If} $0 <> 0
    StrCpy $2 ${EXPANDED_TEXT}
    StrCpy $3 0
  ${EndIf}
  IntOp $6 $3 + 4096
  System::Alloc $6
  Pop $4
  System::Call 'kernel32::lstrcpyW(p r4, w ";")'
  ${If} $3 > 0
    IntPtrOp $6 $4 + 2
    System::Call 'advapi32::RegQueryValueExW(p r1, w "Path", p 0, p 0, p r6, *i r3) i .r0'
  ${EndIf}
  System::Call 'kernel32::lstrcatW(p r4, w ";")'
  System::Call 'shlwapi::StrStrIW(p r4, w r5) p .r6'
!macroend

; Stores what stands in $4 without the semicolons around it, and lets it go.
!macro StorePath
  System::Call 'kernel32::lstrlenW(p r4) i .r7'
  ${If} $7 > 1
    IntOp $7 $7 - 1
    IntOp $8 $7 * 2
    IntPtrOp $9 $4 + $8
    System::Call '*$9(&i2 0)'
  ${EndIf}
  IntPtrOp $9 $4 + 2
  System::Call 'kernel32::lstrlenW(p r9) i .r7'
  IntOp $7 $7 + 1
  IntOp $7 $7 * 2
  System::Call 'advapi32::RegSetValueExW(p r1, w "Path", i 0, i r2, p r9, i r7) i .r0'
!macroend

!macro ClosePath
  System::Free $4
  System::Call 'advapi32::RegCloseKey(p r1)'
  SendMessage ${HWND_BROADCAST} ${WM_WININICHANGE} 0 "STR:Environment" /TIMEOUT=5000
!macroend

Function addToPath
  !insertmacro OpenPath
  ${If} $6 P= 0
    ${If} $3 <= 2
      System::Call 'kernel32::lstrcpyW(p r4, w r5)' ; there was none
    ${Else}
      System::Call 'kernel32::lstrcatW(p r4, w "$INSTDIR;")'
    ${EndIf}
    !insertmacro StorePath
  ${EndIf}
  !insertmacro ClosePath
FunctionEnd

Function un.removeFromPath
  !insertmacro OpenPath
  ${If} $6 P<> 0
    StrLen $7 $5
    IntOp $7 $7 - 1
    IntOp $7 $7 * 2
    IntPtrOp $8 $6 + $7 ; the folder's second semicolon takes the place of its first
    System::Call 'kernel32::lstrlenW(p r8) i .r9'
    IntOp $9 $9 + 1
    IntOp $9 $9 * 2
    System::Call 'ntdll::memmove(p r6, p r8, p r9)'
    !insertmacro StorePath
  ${EndIf}
  !insertmacro ClosePath
FunctionEnd
