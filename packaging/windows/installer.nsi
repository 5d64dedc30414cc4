; For one user, without an administrator: packaging/build.py windows calls makensis with
; VERSION, PAYLOAD, ICON, FILE_ICON and TARGET. Silent: setup.exe /S [/D=FOLDER], uninstall.exe /S
Target amd64-unicode ; as the Python in it
!include "MUI2.nsh"
!include "LogicLib.nsh"
Name "CX Workshop"
OutFile "${TARGET}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\CX Workshop"
InstallDirRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\Uninstall\CXWorkshop" "InstallLocation"
SetCompressor /SOLID lzma
SetDateSave on
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "CX Workshop"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "CX Workshop setup"
VIAddVersionKey "LegalCopyright" "CX Workshop contributors"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\CXWorkshop"
!define START '"$INSTDIR\python\pythonw.exe" -X utf8 "$INSTDIR\cxworkshop.pyw"'
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\python\pythonw.exe"
!define MUI_FINISHPAGE_RUN_PARAMETERS "-X utf8 $\"$INSTDIR\cxworkshop.pyw$\""
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "Dutch"
!insertmacro MUI_LANGUAGE "Polish"

; Double-clicked, files with this ending are opened by the program.
!macro OPEN_BY_US ENDING CLASS WORDS
  WriteRegStr HKCU "Software\Classes\${ENDING}" "" "${CLASS}"
  WriteRegStr HKCU "Software\Classes\${ENDING}\OpenWithProgids" "${CLASS}" ""
  WriteRegStr HKCU "Software\Classes\${CLASS}" "" "${WORDS}"
  WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\workshop-file.ico"
  WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '${START} "%1"'
!macroend

; Another program may open them by now: what it wrote stays.
!macro OPEN_BY_US_NO_MORE ENDING CLASS
  DeleteRegValue HKCU "Software\Classes\${ENDING}\OpenWithProgids" "${CLASS}"
  ReadRegStr $0 HKCU "Software\Classes\${ENDING}" ""
  StrCmp $0 "${CLASS}" 0 +2
  DeleteRegValue HKCU "Software\Classes\${ENDING}" ""
  DeleteRegKey /ifempty HKCU "Software\Classes\${ENDING}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "Software\Classes\${ENDING}"
  DeleteRegKey HKCU "Software\Classes\${CLASS}"
!macroend

; What an earlier version had and this one has not would be imported.
!macro REMOVE_PROGRAM
  RMDir /r "$INSTDIR\python"
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\app"
!macroend

; The desktop reads icons when their shortcut or kind of file changes: that takes it a moment.
!macro DELETE_WHEN_FREE FILE
  StrCpy $1 0
  ${Do}
    Delete "${FILE}"
    ${IfNot} ${FileExists} "${FILE}"
      ${ExitDo}
    ${EndIf}
    Sleep 250
    IntOp $1 $1 + 1
  ${LoopUntil} $1 >= 40
!macroend

Section
  !insertmacro REMOVE_PROGRAM
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}/*"
  CreateShortcut "$SMPROGRAMS\CX Workshop.lnk" "$INSTDIR\python\pythonw.exe" '-X utf8 "$INSTDIR\cxworkshop.pyw"' "$INSTDIR\cxworkshop.ico"
  CreateShortcut "$SMPROGRAMS\CX Workshop guide.lnk" "$INSTDIR\python\pythonw.exe" '-X utf8 "$INSTDIR\cxworkshop.pyw" --guide' "$INSTDIR\cxworkshop.ico"
  !insertmacro OPEN_BY_US ".cxw" "CXWorkshop.File" "CX Workshop file"
  !insertmacro OPEN_BY_US ".cxwfonts" "CXWorkshop.Fonts" "CX Workshop font pack"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "CX Workshop"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\cxworkshop.ico"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "CX Workshop contributors"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  WriteUninstaller "$INSTDIR\uninstall.exe"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

; Only what was put there: people may have put files of their own into the folder.
Section "Uninstall"
  SetOutPath "$TEMP" ; a folder in which a program works can't be removed, and a click starts it there
  !insertmacro REMOVE_PROGRAM
  Delete "$INSTDIR\cxworkshop.pyw"
  Delete "$SMPROGRAMS\CX Workshop.lnk"
  Delete "$SMPROGRAMS\CX Workshop guide.lnk"
  !insertmacro OPEN_BY_US_NO_MORE ".cxw" "CXWorkshop.File"
  !insertmacro OPEN_BY_US_NO_MORE ".cxwfonts" "CXWorkshop.Fonts"
  DeleteRegKey HKCU "${UNINSTALL}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  !insertmacro DELETE_WHEN_FREE "$INSTDIR\cxworkshop.ico"
  !insertmacro DELETE_WHEN_FREE "$INSTDIR\workshop-file.ico"
  !insertmacro DELETE_WHEN_FREE "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
SectionEnd
