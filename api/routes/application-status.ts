/** Where an application is: cheap to ask again, and able to wait for news. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Position } from '../../db/reads/positions';
import type { Reads } from '../../db/reads/reads';
import { lawDayNumber } from '../../domain/law-day';
import type { CaseAccess } from '../case-access';
import { caseInstant } from '../case-time';
import type { AppDependencies } from '../dependencies';
import { createLongPoll, waitSecondsOf } from '../long-poll';
import { createLru } from '../lru';
import { withHeaders } from '../schemas/answer-headers';
import { Application, ApplicationHeaders } from '../schemas/application';
import { CaseParams } from '../schemas/fields';
import { problems } from '../schemas/problem';
import { viewApplication } from '../views/application-view';
import { stageDatesOf } from '../views/stage-dates';

type Deps = Pick<AppDependencies, 'changes'> & { reads: Reads; access: CaseAccess };

const NothingNew = Type.Unsafe<void>({ type: 'null', description: 'Nothing new' });
const rememberedViews = 5_000;

/** A case tells the same as long as no event came and the law's day is the same. */
export function applicationStatusRoutes({ changes, reads, access }: Deps): FastifyPluginAsyncTypebox {
  const views = createLru<string, Application>(rememberedViews);

  async function view(caseId: string): Promise<{ tag: string; application: Application } | undefined> {
    const row = await reads.findCase(caseId);
    if (row === undefined) return undefined;
    const { seq } = row.file;
    const told = await reads.listEvents(caseId, 0, seq);
    const tag = tagOf({ seq, offsetMs: row.offsetMs });
    return { tag, application: viewApplication(row, stageDatesOf(caseId, told), caseInstant(row)) };
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
            200: withHeaders(Application, 'ETag'),
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
        const isNews = (seen: Position) => !names(known, tagOf(seen));
        if (seconds > 0) {
          reply.header('preference-applied', `wait=${seconds}`);
          if (!isNews(position)) {
            const { caseId } = position;
            position = await waitWhile({ reply, caseId, seconds, look, isNews });
          }
        }
        reply.headers({ etag: tagOf(position), 'cache-control': 'private, no-cache' });
        if (!isNews(position)) return reply.code(304).send();
        const remembered = views.get(`${position.caseId} ${tagOf(position)}`);
        if (remembered !== undefined) return remembered;
        const fresh = await view(position.caseId);
        if (fresh === undefined) throw new Error(`case ${position.caseId} is gone`);
        views.set(`${position.caseId} ${fresh.tag}`, fresh.application);
        reply.header('etag', fresh.tag);
        return fresh.application;
      },
    );
  };
}

function tagOf(position: { seq: number; offsetMs: number }): string {
  return `"${position.seq}-${lawDayNumber(caseInstant(position))}"`;
}

/** Whether an If-None-Match names the tag. */
function names(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === tag);
}
