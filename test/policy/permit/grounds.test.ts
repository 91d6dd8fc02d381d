/** On which grounds a temporary permit may be refused. */
import { describe, expect, test } from '@jest/globals';
import { findArticle, refusalGrounds } from '../../../policy/grounds';
import { permitGrounds as groundsOfPermit, type PermitGround } from '../../../policy/permit/grounds';
import { en } from '../../../policy/notice-texts/en-words';
import { kk } from '../../../policy/notice-texts/kk-words';
import { ru } from '../../../policy/notice-texts/ru-words';
import { confidences } from '../../../policy/rule';

const permitGroundCodes = Object.keys(groundsOfPermit) as PermitGround[];

describe('a ground of refusal', () => {
  test.each(permitGroundCodes)('%s names its article and where that was read', (ground) => {
    const { article, source, confidence } = groundsOfPermit[ground];
    expect(findArticle('temporary-permit', ground)).toBe(article);
    expect(article).toMatch(/^(art\. \d+( \(\d+\))?|order \d+(, item \d+)?)$/);
    expect(source.length).toBeGreaterThan(30);
    expect(confidences).toContain(confidence);
  });

  test('whose text nobody could read says so', () => {
    const assumed = permitGroundCodes.filter((ground) => groundsOfPermit[ground].confidence === 'assumption');
    expect(assumed.length).toBeGreaterThan(0);
    for (const ground of assumed) expect(groundsOfPermit[ground].source).toContain('not published');
  });

  test('of both kinds of case has one word in each language', () => {
    const codes = [...permitGroundCodes, ...Object.keys(refusalGrounds)];
    for (const { grounds } of [kk, ru, en]) {
      expect(Object.keys(grounds).sort()).toEqual([...new Set(codes)].sort());
    }
  });

  test.each(permitGroundCodes)('%s is cited in Kazakh and Russian without English words', (ground) => {
    const { article } = groundsOfPermit[ground];
    for (const words of [kk, ru]) expect(words.article(article)).not.toMatch(/[a-z]/i);
  });
});
