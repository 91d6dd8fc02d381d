/** An applicant's own notices; opening one is the proof that he has it. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { keepOpened } from '../../db/desk/deliveries';
import type { Reads } from '../../db/reads/reads';
import type { CaseAccess } from '../case-access';
import type { AppDependencies } from '../dependencies';
import { languageOf } from '../language';
import { Problem } from '../problems';
import { CaseParams } from '../schemas/fields';
import { NoticeHeaders, NoticeList, NoticeParams, NoticeView } from '../schemas/notices';
import { problems } from '../schemas/problem';
import { viewNotice } from '../views/notice-view';

type Deps = Pick<AppDependencies, 'db'> & { reads: Reads; access: CaseAccess };

export function noticeRoutes({ db, reads, access }: Deps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/notices',
      {
        schema: {
          operationId: 'listMyNotices',
          summary: 'Everything I was told, in the language of Accept-Language',
          params: CaseParams,
          headers: NoticeHeaders,
          response: { 200: NoticeList, ...problems },
        },
        config: { permission: 'application:read', audit: 'own-notices-read' },
      },
      async ({ actor, params, headers }) => {
        const caseId = await access.getKnownId(actor, params.caseId);
        const language = languageOf(headers['accept-language']);
        return { notices: (await reads.listNotices(caseId)).map((notice) => viewNotice(notice, language)) };
      },
    );

    app.get(
      '/notices/:seq',
      {
        exposeHeadRoute: false,
        schema: {
          operationId: 'getMyNotice',
          summary: 'One notice; reading it is kept as its delivery in the account',
          params: NoticeParams,
          headers: NoticeHeaders,
          response: { 200: NoticeView, ...problems },
        },
        config: { permission: 'application:read', audit: 'own-notice-opened' },
      },
      async ({ actor, params, headers }) => {
        const caseId = await access.getKnownId(actor, params.caseId);
        const notice = await reads.findNotice(caseId, params.seq);
        if (notice === undefined) throw new Problem('not-found');
        await keepOpened(db, notice);
        const opened = (await reads.findNotice(caseId, params.seq)) ?? notice;
        return viewNotice(opened, languageOf(headers['accept-language']));
      },
    );
  };
}
