/** Posts the change of calendar for each case that is still on an earlier one, once, and as fast as it may. */
import { listAll, type OperatorDesk } from './desk';

interface Means {
  desk: OperatorDesk;
  /** Resolves when the next case may be moved. */
  pace: () => Promise<void>;
  say: (line: string) => void;
  /** The day of the run (YYYY-MM-DD): a case that said no is asked again on another one. */
  on: string;
}

/** `pending`: stamped, and carried out when a worker is back; `passedOver`: cases that said no, and why. */
export interface Adoption {
  adopted: number;
  pending: number;
  passedOver: { caseId: string; code: string }[];
}

const sayEvery = 100;

/** Safe to run again, also side by side: each case has one key for this calendar and day. Throws what nobody foresaw. */
export async function adoptCalendar(version: string, { desk, pace, say, on }: Means): Promise<Adoption> {
  const adoption: Adoption = { adopted: 0, pending: 0, passedOver: [] };
  const left = listAll<{ caseId: string }>(
    desk,
    `/admin/calendar/${encodeURIComponent(version)}/cases`,
    'cases',
  );
  let done = 0;
  for await (const { caseId } of left) {
    await pace();
    const line = `POST /admin/cases/${caseId}/calendar`;
    const { status, body } = await desk(line, {
      key: `calendar:${version}:${caseId}:${on}`,
      body: { calendar: version },
    });
    if (status === 200) adoption.adopted += 1;
    else if (status === 202) adoption.pending += 1;
    else if (status === 409) adoption.passedOver.push({ caseId, code: String(body['code']) });
    else throw new Error(`${line}: ${String(body['code'])} (${status})`);
    done += 1;
    if (done % sayEvery === 0) say(`${done} cases …`);
  }
  return adoption;
}
