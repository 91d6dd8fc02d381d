/** The words that clients and workflows share: names and shapes, no behaviour. */
import type { UpdateDefinition } from '@temporalio/common';
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Act, ActReceipt } from '../domain/acts';
import type { Actor } from '../domain/actor';
import type { CaseFile } from '../domain/case-file';
import type { EventData } from '../domain/events';
import type { DeliveryNews } from '../domain/notices';
import type { CertificateNews, CheckNews, TestNews } from '../domain/news';
import { updateVerbs, type UpdateVerb } from '../domain/verbs';

export const defaultTaskQueue = 'cases';

/** How a case begins: the workflow's id is the case id. */
export interface Opening {
  caseId: string;
  intake: string;
  effectiveAt: string;
  actor: Actor;
  data: EventData['application-opened'];
}

/** What a run hands to the next one: the case, and the acts it has answered (the latest of them). */
export interface Carried {
  file: CaseFile;
  heard: Heard;
  /** Causes of the letters that were taken. */
  heardNews: string[];
}

/** By intake number. */
export type Heard = Record<string, ActReceipt>;

type ActUpdates = { [V in UpdateVerb]: UpdateDefinition<ActReceipt, [Act<V>]> };

export const actUpdates = Object.fromEntries(
  updateVerbs.map((verb) => [verb, defineUpdate(verb)]),
) as unknown as ActUpdates;

/** Answers when the opening is in the record, whatever kind of case it opens. */
export const openApplication = defineUpdate<ActReceipt>('openApplication');

export const receiveTestResult = defineSignal<[TestNews]>('receiveTestResult');
export const receiveCertificateConfirmation = defineSignal<[CertificateNews]>(
  'receiveCertificateConfirmation',
);
export const receiveAgencyAnswer = defineSignal<[CheckNews]>('receiveAgencyAnswer');

/** A notice is proved to be delivered. */
export const receiveDelivery = defineSignal<[DeliveryNews]>('receiveDelivery');

export const caseFileQuery = defineQuery<CaseFile>('caseFile');
