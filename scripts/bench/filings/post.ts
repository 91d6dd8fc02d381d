/** Letters of the agencies on their way to the cases that they are about. */
import { Compile } from 'typebox/compile';
import { agencyNames, type AgencyName } from '../../../domain/agencies';
import { agencyAnswerSchemas } from '../../../domain/agency-answers';
import { isAskedAbout, type Named } from '../../../domain/answer-shape';
import type { PersonIdentity } from '../../../domain/person';
import { hashOfJson } from '../../../db/hash';
import { readFinding } from '../../../policy/findings';
import type { Letter } from './hands';
import type { AskedAgency } from './invented-filing';

interface Listener {
  person: PersonIdentity;
  onLetter: (letter: Letter) => void;
}

const shapes = Object.fromEntries(
  agencyNames.map((name) => [name, Compile(agencyAnswerSchemas[name])]),
) as unknown as Record<AgencyName, { Check(body: unknown): boolean }>;

/** `seen` counts what came. */
export function createPost() {
  const listeners = new Map<string, Listener>();
  const seen = { letters: 0, copies: 0, unreadable: 0, aboutNobody: 0, aboutAnother: 0 };
  const known = new Set<string>();

  return {
    seen,
    /** `person` is whom the questions of the case name. */
    hear: (caseId: string, listener: Listener) => listeners.set(caseId, listener),
    forget: (caseId: string) => listeners.delete(caseId),
    /** False where nobody can read it, or it is about another person than was asked about: the agency hears that it is refused. */
    async receive(agency: AgencyName, raw: Buffer): Promise<boolean> {
      const body = read(raw);
      if (!shapes[agency].Check(body)) {
        seen.unreadable += 1;
        return false;
      }
      const { requestId, answerId } = body as { requestId: string; answerId: string };
      const [caseId = ''] = requestId.split('.');
      const listener = requestId.startsWith(`${caseId}.${agency}.`) ? listeners.get(caseId) : undefined;
      if (listener !== undefined && !isAskedAbout(listener.person, body as Named)) {
        seen.aboutAnother += 1;
        return false;
      }
      seen.letters += 1;
      if (known.has(answerId)) seen.copies += 1;
      known.add(answerId);
      if (listener === undefined) seen.aboutNobody += 1;
      const check = agency as AskedAgency;
      const answer = { answerId, sha256: hashOfJson(body) };
      listener?.onLetter({ check, requestId, answer, ...readFinding(check, body as never) });
      return true;
    },
  };
}
export type Post = ReturnType<typeof createPost>;

function read(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString());
  } catch {
    return undefined;
  }
}
