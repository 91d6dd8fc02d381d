/** The lives that are measured from end to end: how each is driven, and the bare workflow that does as much. */
import type { Pool } from 'pg';
import type { BareShape } from './bare-workflows';
import { liveLife, type Driver, type Side } from './live-life';
import { livePermit } from './live-permit';
import type { Scene } from './scene';
import { eventsOfLife, keepForms } from './synthetic-case';
import { keepPermitForms, seqs } from './synthetic-permit';

export interface LifeKind {
  /** Of the workflow. */
  name: string;
  title: string;
  about: string;
  ours: Side;
  bareLike: (shape: BareShape) => Side;
  live: Driver;
  /** What lies in PostgreSQL before anything is timed. */
  keep: (owner: Pool, caseIds: readonly string[]) => Promise<void>;
  /** On the record when it is over. */
  events: number;
  /** The aim, where there is one. */
  mostEvents: number | null;
}

export function permanentLife({ ours, bareLike }: Scene): LifeKind {
  return {
    name: 'residencePermit',
    title: 'What one granted life is made of',
    about:
      'A whole life: eight agencies, every document judged, an interview with its panel, a decision, the certificate and the ' +
      'export that follows it. It is counted there, since the case lives on for a year. The aim was set for a thin life of ' +
      'four agencies and no documents, and is held against the whole one.',
    ours,
    bareLike,
    live: liveLife,
    keep: keepForms,
    events: eventsOfLife,
    mostEvents: 220,
  };
}

export function permitLife({ ourPermits, bareLike }: Scene): LifeKind {
  return {
    name: 'temporaryPermit',
    title: 'What one clear permit is made of',
    about:
      'A first permit of a worker from the union: five registers fill the form in, seven agencies are asked, two papers are ' +
      'judged, the rule proposes, an officer confirms, the permit and the export that follows it.',
    ours: ourPermits,
    bareLike: (shape) => bareLike(shape, 'barePermit'),
    live: livePermit,
    keep: keepPermitForms,
    events: seqs.issued,
    mostEvents: null,
  };
}
