/** Where an application is: cheap to ask again, and able to wait for news. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Position } from '../../db/reads/positions';
import type { Reads } from '../../db/reads/reads';
import { lawDayNumberAt } from '../../domain/law-day';
import type { CaseAccess } from '../case-access';
import { createReaderCheck } from '../case-person';
import { caseInstant } from '../case-time';
import type { AppDependencies } from '../dependencies';
import { createLongPoll, waitSecondsOf } from '../long-poll';
import { createLru } from '../lru';
import { withHeaders } from '../schemas/answer-headers';
import { Application, ApplicationHeaders } from '../schemas/application';
import { CaseParams } from '../schemas/fields';
import { problems } from '../schemas/problem';
import { applicantTexts } from '../views/applicant-view';
import { viewApplication } from '../views/application-view';

type Deps = Pick<AppDependencies, 'changes'> & { reads: Reads; access: CaseAccess };

/** As bytes, written by its schema once. */
const WrittenApplication = Type.Unsafe<Buffer>(Application);
const NothingNew = Type.Unsafe<void>({ type: 'null', description: 'Nothing new' });
const rememberedAnswers = 5_000;

/**
 * A case tells the same as long as no event came and the law's day is the same, to the person and to who filed for him: its
 * answer is kept, written out. An outage found meanwhile is told from the next day on, and no time of the applicant ends
 * before that.
 */
export function applicationStatusRoutes({ changes, reads, access }: Deps): FastifyPluginAsyncTypebox {
  const written = createLru<string, Buffer>(rememberedAnswers);
  const isPersonIn = createReaderCheck(reads);

  async function view(caseId: string, isPerson: boolean): Promise<{ tag: string; application: Application }> {
    const row = await reads.findCase(caseId);
    if (row === undefined) throw new Error(`case ${caseId} is gone`);
    const { seq } = row.file;
    const events = await reads.listEvents(caseId, 0, seq);
    const kept = await reads.listTexts(applicantTexts(row.file, events));
    const texts = new Map(kept.map(({ textId, body }) => [textId, body]));
    const submitted = row.file.permit && row.file.form;
    const form = submitted === null ? undefined : await reads.findForm(caseId, submitted.version);
    const reading = { isPerson, written: form?.content ?? {} };
    const now = caseInstant(row);
    const outages = await reads.listKnownOutages(now, row.offsetMs);
    const tag = tagOf({ seq, offsetMs: row.offsetMs }, isPerson);
    return { tag, application: viewApplication(row, { events, texts, outages, reading }, now) };
  }

  return async (app) => {
    const waitWhile = createLongPoll(app, changes);
    app.get(
      '',
      {
        schema: {
          operationId: 'getApplication',
          summary: 'Where is my application, who has the ball, since when, until when',
          params: CaseParams,
          headers: ApplicationHeaders,
          response: {
            200: withHeaders(WrittenApplication, 'ETag'),
            304: withHeaders(NothingNew, 'ETag'),
            ...problems,
          },
        },
        config: { permission: 'application:read', audit: 'own-application-read' },
      },
      async (request, reply) => {
        const { caseId: spokenId } = request.params;
        const { 'if-none-match': known, prefer } = request.headers;
        const look = () => access.getPosition(request.actor, spokenId);
        const seconds = known === undefined ? 0 : waitSecondsOf(prefer);
        let position = await look();
        const isPerson = await isPersonIn(position.caseId, request.papers);
        const isNews = (seen: Position) => !names(known, tagOf(seen, isPerson));
        if (seconds > 0) {
          reply.header('preference-applied', `wait=${seconds}`);
          if (!isNews(position)) {
            const { caseId } = position;
            position = await waitWhile({ reply, caseId, seconds, look, isNews });
          }
        }
        const seenTag = tagOf(position, isPerson);
        reply.header('cache-control', 'private, no-cache');
        reply.header('etag', seenTag);
        if (names(known, seenTag)) return reply.code(304).send();
        const remembered = written.get(`${position.caseId} ${seenTag}`);
        reply.header('content-type', 'application/json; charset=utf-8');
        if (remembered !== undefined) return remembered;
        const { tag, application } = await view(position.caseId, isPerson);
        const bytes = Buffer.from(reply.serializeInput(application, '200') as string);
        written.set(`${position.caseId} ${tag}`, bytes);
        reply.header('etag', tag);
        return bytes;
      },
    );
  };
}

/** The person himself may be told more than who filed for him. */
function tagOf({ seq, offsetMs }: { seq: number; offsetMs: number }, isPerson: boolean): string {
  return `"${seq}-${lawDayNumberAt(Date.now() + offsetMs)}${isPerson ? '-own' : ''}"`;
}

/** Whether an If-None-Match names the tag. */
function names(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === tag);
}
