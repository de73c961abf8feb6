#!/usr/bin/env bash
# Makes what a finance officer unpacks and double-clicks: self-contained zips that need no .NET, no network and no administrator.
#   build/package.sh [win-x64|linux-x64 ...]    both when none is named; into artifacts/package/
# The linux zip is unpacked and started once; of the Windows zip only the files are checked, since it cannot run here.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
command -v zip >/dev/null && command -v unzip >/dev/null || { echo "需要 zip 和 unzip"; exit 1; }
out="$PWD/artifacts/package"
mkdir -p "$out"

make() {
  local rid="$1" folder="$out/jiheng-$1"
  rm -rf "$folder" "$folder.zip"
  dotnet publish src/Jiheng.Web/Jiheng.Web.csproj -c Release -r "$rid" --self-contained -m:1 --artifacts-path "$out/build" -o "$folder" \
    -p:PublishSingleFile=true -p:DebugType=none -p:PublishDocumentationFile=false -p:PublishDocumentationFiles=false -p:PublishReferencesDocumentationFiles=false -p:IsTransformWebConfigDisabled=true -v quiet
  rm -f "$folder"/*.pdb "$folder"/*.xml "$folder"/web.config
  rm -rf "$folder/packs"
  cp -r packs samples LICENSE "$folder/"
  printf '{ "Open": true }\n' >"$folder/appsettings.json"
  if [ "$rid" = win-x64 ]; then mv "$folder/Jiheng.Web.exe" "$folder/jiheng.exe"; else mv "$folder/Jiheng.Web" "$folder/jiheng"; fi
  cat >"$folder/先看这里.txt" <<'TEXT'
绩衡：双击 jiheng（Windows 上是 jiheng.exe），浏览器会自己打开。
用到的文件和结果都在这个文件夹的 data 里；整个文件夹可以拷到 U 盘，在别的电脑上接着用。
只在本机使用，不联网，不用安装，不要管理员权限。用完关掉黑色窗口就行。
TEXT
  (cd "$out" && zip -qr "jiheng-$rid.zip" "jiheng-$rid")
}

check() {
  local rid="$1" folder
  folder="$(mktemp -d)"
  unzip -q "$out/jiheng-$rid.zip" -d "$folder"
  local root="$folder/jiheng-$rid"
  for file in appsettings.json packs samples LICENSE; do [ -e "$root/$file" ] || { echo "$rid: 缺少 $file"; return 1; }; done
  if [ "$rid" = win-x64 ]; then
    [ "$(head -c 2 "$root/jiheng.exe")" = MZ ] && [ -e "$root/e_sqlite3.dll" ] || { echo "$rid: 程序文件不对"; return 1; }
    echo "$rid: 文件齐全（没有在 Windows 上运行过）"
  else
    (cd / && DOTNET_ROOT=/nonexistent "$root/jiheng" --urls http://127.0.0.1:5099 --Open=false >"$folder/log" 2>&1 & echo $! >"$folder/pid")
    local ok=
    for _ in $(seq 60); do
      if curl -fs http://127.0.0.1:5099/start >/dev/null 2>&1; then ok=1; break; fi
      sleep 0.5
    done
    kill "$(cat "$folder/pid")" || true
    [ -n "$ok" ] || { echo "$rid: 没有启动"; cat "$folder/log"; return 1; }
    echo "$rid: 解压后能启动"
  fi
  rm -rf "$folder"
}

for rid in "${@:-win-x64 linux-x64}"; do
  for one in $rid; do make "$one"; check "$one"; done
done
ls -l "$out"/*.zip
