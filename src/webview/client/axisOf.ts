import { fontOf } from './chartSetup.ts';
import type { Theme } from './theme.ts';

/** An axis of numbers with its title and a few short ticks. */
export function axisOf(title: string, theme: Theme, type: 'linear' | 'logarithmic' = 'linear') {
  return {
    type,
    border: { display: false },
    grid: { color: theme.grid, drawTicks: false },
    title: { display: true, text: title, color: theme.muted, font: fontOf(theme, 0.85) },
    ticks: {
      color: theme.muted,
      font: fontOf(theme, 0.85),
      padding: 6,
      maxRotation: 0,
      maxTicksLimit: 6,
      callback: (value: string | number) =>
        Number(value)
          .toLocaleString(document.documentElement.lang || 'en', { notation: 'compact' })
          .replace('-', '−'),
    },
  };
}
