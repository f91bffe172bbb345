import { useState } from "react";
import { useT } from "../messages/messages.tsx";
import { keep, kept } from "./kept.ts";

const THEMES = ["system", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];

const keptTheme = (): Theme => THEMES.find((theme) => theme === kept("theme")) ?? "system";

/** Shows a theme now and on the next visit of this device. `public/theme.js` applies a kept one before the first paint. */
function show(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  keep("theme", theme === "system" ? undefined : theme);
}

/** The switch between the device's own theme, light and dark. */
export function ThemeSwitch() {
  const t = useT();
  const [theme, setTheme] = useState(keptTheme);
  return (
    <label className="flex items-center gap-2">
      <span>{t("theme.label")}</span>
      <select
        className="input-quiet"
        value={theme}
        onChange={(event) => {
          const chosen = THEMES.find((one) => one === event.target.value) ?? "system";
          show(chosen);
          setTheme(chosen);
        }}
      >
        {THEMES.map((one) => (
          <option key={one} value={one}>
            {t(`theme.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
