/** What a canvas needs of the theme: it cannot read style sheets by itself. */
export interface Theme {
  readonly foreground: string;
  readonly muted: string;
  readonly ground: string;
  readonly grid: string;
  readonly series: string;
  /** Of groups, the largest first: neighbours differ most, also for eyes that do not tell red from green. */
  readonly categories: readonly string[];
  /** What charts are drawn on. */
  readonly background: string;
  readonly track: string;
  readonly border: string;
  readonly hoverBackground: string;
  readonly hoverForeground: string;
  readonly fontFamily: string;
  readonly fontSizePx: number;
  readonly highContrast: boolean;
  readonly reducedMotion: boolean;
}

/** The colours of the style sheet as the theme has them now: styles/theme.css defines the `--strata-*` variables. */
export function readTheme(): Theme {
  const styles = getComputedStyle(document.body);
  const variable = (name: string, fallback: string) =>
    styles.getPropertyValue(name).trim() || fallback;
  const { classList } = document.body;
  return {
    foreground: variable('--strata-foreground', '#808080'),
    muted: variable('--strata-muted', '#808080'),
    ground: variable('--strata-ground', 'transparent'),
    grid: variable('--strata-grid', '#80808040'),
    series: variable('--strata-series', '#3794ff'),
    categories: Array.from({ length: 8 }, (_, i) =>
      variable(`--strata-category-${i + 1}`, '#3794ff'),
    ),
    background: variable('--vscode-editor-background', '#808080'),
    track: variable('--strata-track', 'transparent'),
    border: variable('--strata-series-border', 'transparent'),
    hoverBackground: variable('--strata-hover-background', '#202020'),
    hoverForeground: variable('--strata-hover-foreground', '#cccccc'),
    fontFamily: styles.fontFamily || 'sans-serif',
    fontSizePx: Number.parseFloat(styles.fontSize) || 13,
    highContrast:
      classList.contains('vscode-high-contrast') ||
      classList.contains('vscode-high-contrast-light'),
    reducedMotion:
      classList.contains('vscode-reduce-motion') ||
      window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
}

/** VS Code changes the body's class and the root's variables; what is drawn from them has to be drawn again. */
export function onThemeChange(listener: () => void): void {
  let frame: number | undefined;
  const observer = new MutationObserver(() => {
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      listener();
    });
  });
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
}
