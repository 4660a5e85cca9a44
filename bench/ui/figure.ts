export type Figure = {
  what: string;
  value: number;
  unit: string;
  /** Whether a good value lies above its bounds or below them. */
  good: 'above' | 'below';
  must?: number;
  aim?: number;
};

export type Report = (figure: Figure) => void;

export function holds({ value, good, must }: Figure): boolean {
  if (must === undefined) return true;
  return good === 'above' ? value >= must : value <= must;
}

export function lineOf(figure: Figure): string {
  const { what, value, unit, good, must, aim } = figure;
  const sign = good === 'above' ? '≥' : '≤';
  const bounds = [
    must !== undefined && `must ${sign} ${must}`,
    aim !== undefined && `aim ${sign} ${aim}`,
  ].filter((bound) => bound !== false);
  const shown = `${value.toFixed(1).padStart(8)} ${unit}`.padEnd(18);
  const told = bounds.length > 0 ? `(${bounds.join(', ')})` : '';
  return `  ${what.padEnd(50)}${shown} ${told}${holds(figure) ? '' : '  NOT HELD'}`;
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
