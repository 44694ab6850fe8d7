@echo off
rem Runs Zhenjie from any folder; builds it first when that is needed. For Linux and macOS see zhenjie.
rem Exit codes are those of docs/command-line.md; 2 also where Java or Maven is missing, 70 where the build fails.
setlocal EnableExtensions DisableDelayedExpansion
set "ZJ_HOME=%~dp0"
set "ZJ_JAR=%ZJ_HOME%ui\target\dist\zhenjie.jar"
rem libraries that are not needed but used where they are there, such as the exact solver of 'mvn package -Pexact'
set "ZJ_EXTRAS=%ZJ_HOME%ui\target\dist\extras"

set "ZJ_JAVA=java"
set "ZJ_JAVAC=javac"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" (
  set "ZJ_JAVA=%JAVA_HOME%\bin\java.exe"
  set "ZJ_JAVAC=%JAVA_HOME%\bin\javac.exe"
)

rem 17 from "17.0.15", 1 from "1.8.0_402", nothing where there is no Java
set "ZJ_VERSION="
for /f "tokens=3" %%v in ('""%ZJ_JAVA%" -version 2^>^&1" ^| findstr /i /c:" version "') do (
  if not defined ZJ_VERSION for /f "delims=.-+ tokens=1" %%m in ("%%~v") do set "ZJ_VERSION=%%m"
)
if not defined ZJ_VERSION (
  echo zhenjie: no Java was found. Install JDK 17 or later and put it on the PATH, or set JAVA_HOME to it. 1>&2
  exit /b 2
)
if %ZJ_VERSION% LSS 17 (
  echo zhenjie: this Java is too old; JDK 17 or later is needed. Set JAVA_HOME to one. 1>&2
  exit /b 2
)

rem stale: no jar, or a source file newer than it
set "ZJ_STALE="
if not exist "%ZJ_JAR%" set "ZJ_STALE=1"
if not defined ZJ_STALE (
  powershell -NoProfile -Command "$j=(Get-Item -LiteralPath $env:ZJ_JAR).LastWriteTimeUtc; $s=@(Get-Item -Path ($env:ZJ_HOME+'pom.xml'),($env:ZJ_HOME+'*\pom.xml'))+@(Get-ChildItem -Recurse -File -Path ($env:ZJ_HOME+'*\src\main')); if ($s | Where-Object {$_.LastWriteTimeUtc -gt $j}) {exit 1}" >nul 2>&1
  if errorlevel 1 set "ZJ_STALE=1"
)
if defined ZJ_STALE call :build
if errorlevel 1 exit /b %ERRORLEVEL%

rem a console in another code page could not show Chinese
set "ZJ_PAGE="
for /f "tokens=2 delims=:." %%p in ('chcp') do set "ZJ_PAGE=%%p"
chcp 65001 >nul 2>&1
"%ZJ_JAVA%" -XX:+UseParallelGC -Xshare:auto -cp "%ZJ_JAR%;%ZJ_EXTRAS%\*" org.zhenjie.scenarios.cli.Main %*
set "ZJ_CODE=%ERRORLEVEL%"
if defined ZJ_PAGE chcp %ZJ_PAGE% >nul 2>&1
exit /b %ZJ_CODE%

:build
where mvn >nul 2>&1
if errorlevel 1 (
  if exist "%ZJ_JAR%" exit /b 0
  echo zhenjie: it is not built yet, and Maven was not found. Install Maven 3.8 or later ^(mvn^) and JDK 17 or later. 1>&2
  exit /b 2
)
"%ZJ_JAVAC%" -version >nul 2>&1
if errorlevel 1 (
  if exist "%ZJ_JAR%" exit /b 0
  echo zhenjie: it is not built yet, and this Java cannot compile. Install a JDK ^(not a JRE^), 17 or later. 1>&2
  exit /b 2
)
echo zhenjie: building; the first time takes some minutes. 1>&2
pushd "%ZJ_HOME%"
call mvn -q -B -Dstyle.color=never -DskipTests -Dspotless.check.skip=true package 1>&2
set "ZJ_BUILD=%ERRORLEVEL%"
popd
if not "%ZJ_BUILD%"=="0" (
  echo zhenjie: the build failed; what Maven said stands above. 1>&2
  exit /b 70
)
rem Maven leaves a jar alone whose contents did not change
powershell -NoProfile -Command "(Get-Item -LiteralPath $env:ZJ_JAR).LastWriteTimeUtc=[DateTime]::UtcNow" >nul 2>&1
exit /b 0
