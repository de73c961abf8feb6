# Sourced by ./run and ./jiheng: publishes a project into artifacts/ unless nothing has changed since last time.
publish() {
  local project="$1" out="artifacts/$1"
  if [ -f "$out/.built" ] && [ -z "$(find src Directory.Build.props Directory.Packages.props -newer "$out/.built" -type f -not -path '*/obj/*' -not -path '*/bin/*' -print -quit)" ]; then return 0; fi
  echo "构建 $project ……（首次约一分钟）"
  local log
  log="$(mktemp)"
  if ! dotnet publish "src/$project/$project.csproj" -c Release -o "$out" >"$log" 2>&1; then cat "$log"; rm -f "$log"; return 1; fi
  rm -f "$log"
  touch "$out/.built"
}
