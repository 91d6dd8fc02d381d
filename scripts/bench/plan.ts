/** How much of everything a run measures. */

export interface Plan {
  rounds: number;
  lives: { atOnce: number; lives: number }[];
  lifeOverHttp: { atOnce: number; lives: number };
  acts: number;
  reads: { connections: number; seconds: number; cases: number };
  replays: number;
  openCases: number;
  profile: { lives: number; seconds: number };
  /** Seconds for each figure of a round. */
  clock: { seconds: number };
  /** Open cases in the table, and how often their first page is read in a round. */
  slack: { rows: number; reads: number };
  /** Cases of each side that fall due at the same instant. */
  due: { cases: number };
  permits: { atOnce: number; lives: number }[];
  filings: { seed: number; filings: number; atOnce: number };
}

export const wholePlan: Plan = {
  rounds: 3,
  lives: [
    { atOnce: 10, lives: 60 },
    { atOnce: 30, lives: 90 },
  ],
  lifeOverHttp: { atOnce: 10, lives: 40 },
  acts: 100,
  reads: { connections: 32, seconds: 10, cases: 40 },
  replays: 60,
  openCases: 2_000,
  profile: { lives: 60, seconds: 8 },
  clock: { seconds: 2 },
  slack: { rows: 1_000_000, reads: 300 },
  due: { cases: 10_000 },
  permits: [
    { atOnce: 1, lives: 20 },
    { atOnce: 10, lives: 60 },
  ],
  filings: { seed: 20_260_413, filings: 10_000, atOnce: 32 },
};

/** To see that everything works; its figures mean nothing. */
export const quickPlan: Plan = {
  rounds: 2,
  lives: [{ atOnce: 3, lives: 4 }],
  lifeOverHttp: { atOnce: 2, lives: 3 },
  acts: 5,
  reads: { connections: 4, seconds: 1, cases: 3 },
  replays: 3,
  openCases: 20,
  profile: { lives: 4, seconds: 1 },
  clock: { seconds: 0.2 },
  slack: { rows: 20_000, reads: 30 },
  due: { cases: 50 },
  permits: [
    { atOnce: 1, lives: 2 },
    { atOnce: 3, lives: 4 },
  ],
  filings: { seed: 20_260_413, filings: 300, atOnce: 16 },
};
