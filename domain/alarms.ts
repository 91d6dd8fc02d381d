/** Alarms: what a person who runs the service must look at. */

/**
 * `record-conflict`: two stories about one case, which stands still · `entry-undelivered`: an entry of the register that no
 * workflow took · `row-unfiled`: a row of an employer's file whose filing breaks · `notice-undelivered`: a letter that fails · `agency-unusable`: an answer that cannot be read as one.
 */
export const alarmCodes = [
  'record-conflict',
  'entry-undelivered',
  'row-unfiled',
  'notice-undelivered',
  'agency-unusable',
] as const;
export type AlarmCode = (typeof alarmCodes)[number];

/** `detail`: which of them, in codes and ids; never anything about a person. */
export interface Alarm {
  code: AlarmCode;
  caseId: string | null;
  detail: string;
}

/** Which of them a list shows. */
export const alarmsShown = ['open', 'cleared', 'all'] as const;
export type AlarmsShown = (typeof alarmsShown)[number];
