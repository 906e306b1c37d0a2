const KEPT = 'create-backend-theme';

/** Sets the colours that were chosen on an earlier page; else the system's stay. */
export function applyTheme(): void {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'light' || kept === 'dark') document.documentElement.dataset['theme'] = kept;
}

/** Lets the switch in the bar go from light to dark and back. */
export function addThemeSwitch(): void {
  document.querySelector('[data-theme-switch]')?.addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark';
    localStorage.setItem(KEPT, theme);
    document.documentElement.dataset['theme'] = theme;
  });
}

function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  if (theme !== undefined) return theme === 'dark';
  return matchMedia('(prefers-color-scheme: dark)').matches;
}
