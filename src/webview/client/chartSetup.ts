import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  DoughnutController,
  Filler,
  LineController,
  LineElement,
  LinearScale,
  LogarithmicScale,
  PointElement,
  Tooltip,
} from 'chart.js';
import type { TooltipOptions } from 'chart.js';
import type { Theme } from './theme.ts';

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  DoughnutController,
  Filler,
  LineController,
  LineElement,
  LinearScale,
  LogarithmicScale,
  PointElement,
  Tooltip,
);

export { Chart };

export const fontOf = (theme: Theme, scale = 1) => ({
  family: theme.fontFamily,
  size: Math.round(theme.fontSizePx * scale),
});

/** A hover like the editor's. */
export function tooltipOf(theme: Theme): Partial<TooltipOptions> {
  return {
    displayColors: false,
    backgroundColor: theme.hoverBackground,
    titleColor: theme.hoverForeground,
    bodyColor: theme.hoverForeground,
    borderColor: theme.grid,
    borderWidth: 1,
    cornerRadius: 3,
    padding: 8,
    titleFont: { ...fontOf(theme), weight: 600 },
    bodyFont: fontOf(theme),
  };
}
