export const windowUnits = ['seconds', 'minutes', 'hours', 'days'] as const;
export type WindowUnit = (typeof windowUnits)[number];

const lengths: Record<WindowUnit, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** Seconds in the largest unit that they fill exactly: 86400 is 24 hours up to two days. */
export function splitWindow(seconds: number): { amount: number; unit: WindowUnit } {
  const fits = (unit: WindowUnit) => seconds % lengths[unit] === 0 && seconds >= lengths[unit];
  const unit: WindowUnit = seconds >= 2 * lengths.days && fits('days') ? 'days' : underDays(fits);
  return { amount: seconds / lengths[unit], unit };
}

function underDays(fits: (unit: WindowUnit) => boolean): WindowUnit {
  if (fits('hours')) return 'hours';
  return fits('minutes') ? 'minutes' : 'seconds';
}

export function joinWindow(amount: number, unit: WindowUnit): number {
  return Math.round(amount * lengths[unit]);
}
