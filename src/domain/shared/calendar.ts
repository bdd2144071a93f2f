/** The working calendar that every time of a stream is counted in. */
export interface Calendar {
  readonly secondsPerDay: number;
  readonly daysPerWeek: number;
  readonly daysPerMonth: number;
  readonly daysPerYear: number;
  /** What one person is paid for: told, else the working week, at most 40 h. */
  readonly paidHoursPerWeek: number;
}

/** The calendar of a napkin that tells none. */
export const DEFAULT_CALENDAR: Calendar = {
  secondsPerDay: 8 * 3600,
  daysPerWeek: 5,
  daysPerMonth: 21,
  daysPerYear: 250,
  paidHoursPerWeek: 40,
};
