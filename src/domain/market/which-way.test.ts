import { describe, expect, test } from 'vitest';
import { hoursOf, SHAPES, type WorkInMind, whichWay } from './which-way.ts';

const WORK: WorkInMind = {
  shape: 'one',
  pieces: null,
  minutes: null,
  knowsYou: false,
  level: false,
  secret: false,
};

describe('one piece of work', () => {
  test('is a project, whatever else is wished', () => {
    expect(whichWay(WORK)).toEqual({
      way: 'project',
      pricing: 'fixed',
      reasons: ['one_piece'],
      open: true,
    });
    const wished = whichWay({ ...WORK, level: true, knowsYou: true, secret: true });
    expect(wished.way).toBe('project');
    expect(wished.reasons).toContain('no_level_yet');
  });
});

describe('many small pieces', () => {
  const many: WorkInMind = { ...WORK, shape: 'many', pieces: 12_000, minutes: 2 };

  test('are tasks', () => {
    const advice = whichWay({ ...many, level: true });
    expect(advice).toMatchObject({ way: 'tasks', open: true, pricing: 'hourly' });
    expect(advice.reasons).toEqual(['alike_and_small', 'level_by_repeats']);
  });

  test.each([
    [{ secret: true }, 'secret'],
    [{ knowsYou: true }, 'knows_you'],
    [{ pieces: 99 }, 'few_pieces'],
    [{ minutes: 31 }, 'long_pieces'],
  ] as const)('are a project when %j', (change, reason) => {
    const advice = whichWay({ ...many, ...change });
    expect(advice.way).toBe('project');
    expect(advice.reasons).toEqual([reason]);
  });

  test('may be tasks while their number is not known', () => {
    expect(whichWay({ ...many, pieces: null }).reasons).toContain('pieces_unknown');
  });
});

describe('work that goes on', () => {
  const running: WorkInMind = { ...WORK, shape: 'running' };

  test('is a service where a level is needed, which opens later', () => {
    expect(whichWay({ ...running, level: true })).toMatchObject({ way: 'service', open: false });
  });

  test('is a project by the hour where none is', () => {
    expect(whichWay(running)).toMatchObject({ way: 'project', pricing: 'hourly', open: true });
  });
});

test('every answer has a way and a reason', () => {
  const yesNo = [true, false];
  for (const shape of SHAPES) {
    for (const knowsYou of yesNo) {
      for (const level of yesNo) {
        for (const secret of yesNo) {
          const advice = whichWay({ ...WORK, shape, knowsYou, level, secret });
          expect(advice.reasons.length).toBeGreaterThan(0);
          expect(new Set(advice.reasons).size).toBe(advice.reasons.length);
        }
      }
    }
  }
});

test('hours of many pieces are rounded up to the quarter', () => {
  expect(hoursOf({ pieces: 100, minutes: 2 })).toBe(3.5);
  expect(hoursOf({ pieces: null, minutes: 2 })).toBeNull();
});
