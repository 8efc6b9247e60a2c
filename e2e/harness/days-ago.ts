/** The day so many days ago in the local calendar, as a date field takes it; negative for a day to come. */
export function daysAgo(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() - days);
  // Swedish writes dates as ISO 8601 does.
  return day.toLocaleDateString('sv-SE');
}
