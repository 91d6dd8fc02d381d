/** What each notice says in English. */
import { en as words } from './en-words';
import { appointment, appointmentEnded, by, code, kept, remedy, sitting, term } from './en-phrases';
import { calendarEn } from './calendar-en';
import { hearingEn } from './hearing-en';
import { permitEn } from './permit-en';
import { changeLines, groundLines, wordFor, type NoticeTexts } from './words';

const { date, regions, documents, criteria, faults, stops, turns, stages, subjects } = words;
export const enTexts: NoticeTexts = {
  ...permitEn,
  ...hearingEn,
  ...calendarEn,
  'application-registered': ({ region, bookBy }) => ({
    subject: 'Application registered',
    lines: [
      `Your application for permission for permanent residence is registered: ${regions[region]}.`,
      ...by('Book the language test or present a certificate', bookBy),
    ],
  }),
  'test-result': (facts) => ({
    subject: 'Language test not passed',
    lines: ['The language test was not passed.', ...sitting(facts)],
  }),
  'test-barred': ({ bookFrom, ...facts }) => ({
    subject: 'Language test not passed, retake barred',
    lines: [
      'The language test does not count: items that are banned were found.',
      ...sitting(facts),
      `The next attempt can be booked from ${date(bookFrom)}.`,
    ],
  }),
  'attempt-voided': ({ attempt, attemptsLeft, bookBy }) => ({
    subject: 'The testing centre did not answer',
    lines: [
      attempt === null
        ? 'The testing centre has not said whether the certificate that you presented is genuine: the question is taken back.'
        : `The testing centre has sent no result of attempt ${attempt}: it is taken back and does not count against you.`,
      `Attempts left: ${attemptsLeft}.`,
      ...by('Book the language test or present a certificate', bookBy),
    ],
  }),
  'certificate-answer': ({ fault, bookBy }) => ({
    subject: 'Language certificate not confirmed',
    lines: [
      `The certificate that you presented was not confirmed: ${faults[fault]}.`,
      ...by('Book the language test or present another certificate', bookBy),
    ],
  }),
  'form-open': ({ proof, level, fillBy }) => ({
    subject: 'The questionnaire is open',
    lines: [
      proof === 'test'
        ? `The language test at level ${level} is passed.`
        : `Your certificate of level ${level} is confirmed.`,
      ...by('Hand in the questionnaire with its documents', fillBy),
    ],
  }),
  'documents-requested': ({ kinds, provideBy }) => ({
    subject: 'Documents requested',
    lines: [
      'For the check of your application these documents are needed:',
      ...kinds.map((kind) => `— ${documents[kind]}`),
      ...by('Provide them in your account', provideBy),
    ],
  }),
  'score-below': ({ total, threshold, rows, changes }) => ({
    subject: 'Score below the threshold',
    lines: [
      `Your score is ${total} points; the threshold is ${threshold}.`,
      ...rows.map(({ criterion, points, max }) => `— ${wordFor(criteria, criterion)}: ${points} of ${max}`),
      ...(changes.length > 0 ? ['Any one of these lines would have sufficed:'] : []),
      ...changeLines(words, changes),
    ],
  }),
  'clock-stopped': ({ reason, effect }) => ({
    subject: 'The term is suspended',
    lines: [
      `The term of your application is suspended: ${stops[reason]}.`,
      effect === 'anew' ? 'Afterwards it begins anew.' : 'Afterwards it continues where it stood.',
    ],
  }),
  'clock-resumed': ({ dueOn }) => ({
    subject: 'The term runs again',
    lines: ['The term of your application runs again.', ...term(dueOn)],
  }),
  'clock-extended': ({ days, dueOn }) => ({
    subject: 'The term is extended',
    lines: [
      `The term is extended by a reasoned decision (${code}, art. 76). Days added: ${days}.`,
      ...term(dueOn),
    ],
  }),
  'interview-appointed': (facts) => ({
    subject: 'Invitation to an interview',
    lines: [
      `You are invited to an interview: ${appointment(facts)}.`,
      'Confirm it or ask for another time in your account.',
    ],
  }),
  'interview-cancelled': ({ because, ...facts }) => ({
    subject: 'Interview cancelled',
    lines: [
      `This interview will not be held: ${appointment(facts)}.`,
      appointmentEnded[because],
      'You will be told of the new appointment.',
    ],
  }),
  decision: (facts) =>
    facts.outcome === 'granted'
      ? {
          subject: 'Decision: granted',
          lines: [
            `Your application is granted. Certificate ${facts.number}.`,
            `It is valid from ${date(facts.validFrom)} until ${date(facts.validUntil)}.`,
          ],
        }
      : {
          subject: 'Decision: reasoned refusal',
          lines: [
            facts.by === 'rule'
              ? 'Your application is refused by the rule itself, on these grounds:'
              : 'Your application is refused by decision, on these grounds:',
            ...groundLines(words, facts.reasons),
            ...remedy(facts),
          ],
        },
  lapsed: ({ turn, ...rest }) => ({
    subject: 'Application terminated',
    lines: [
      `Your application is terminated without a decision: the time for this step is over: ${turns[turn]}.`,
      ...remedy(rest),
    ],
  }),
  withdrawn: () => ({
    subject: 'Application withdrawn',
    lines: [`Your application is terminated because you withdrew it (${code}, art. 70).`],
  }),
  'deemed-refusal': ({ dueOn, ...rest }) => ({
    subject: 'No decision in time',
    lines: [
      `No decision was taken by ${date(dueOn)}. This counts as a refusal (${code}, art. 91); the case goes on.`,
      ...remedy(rest),
    ],
  }),
  'complaint-registered': ({ against, decideBy }) => ({
    subject: 'Complaint registered',
    lines: [`Your complaint is registered, about: ${subjects[against]}.`, ...by('It is decided', decideBy)],
  }),
  'complaint-forwarded': ({ decideBy }) => ({
    subject: 'Complaint forwarded',
    lines: [
      `Your complaint was forwarded with the file (${code}, art. 92).`,
      ...by('It is decided', decideBy),
    ],
  }),
  'complaint-decided': ({ outcome, by: whom }) => ({
    subject: outcome === 'satisfied' ? 'Complaint satisfied' : 'Complaint rejected',
    lines: [
      outcome === 'satisfied' ? 'Your complaint is satisfied.' : 'Your complaint is rejected.',
      whom === 'silence'
        ? `It was not answered in time, which counts as a rejection (${code}, art. 100).`
        : 'It was examined and decided.',
      `You may go on to the higher body or to a court (${code}, art. 91).`,
    ],
  }),
  'decision-set-aside': ({ returnTo, dueOn, interview }) => ({
    subject: 'Decision set aside',
    lines:
      returnTo === null
        ? [
            'The decision is set aside; what you were granted stands again.',
            ...by('A decision is due', dueOn),
          ]
        : [
            `The decision is set aside; your case goes on at: ${stages[returnTo]}.`,
            ...kept(interview),
            ...term(dueOn),
          ],
  }),
  annulled: ({ reasons, ...rest }) => ({
    subject: 'What you were granted is annulled',
    lines: [
      'What you were granted is annulled, on these grounds:',
      ...groundLines(words, reasons),
      ...remedy(rest),
    ],
  }),
  'expiry-reminder': ({ validUntil }) => ({
    subject: 'Your certificate expires soon',
    lines: [
      `Your certificate is valid until ${date(validUntil)}. Apply for the permission before that day ends.`,
    ],
  }),
  expired: ({ validUntil }) => ({
    subject: 'What you were granted has expired',
    lines: [`What you were granted was valid until ${date(validUntil)}.`],
  }),
};
