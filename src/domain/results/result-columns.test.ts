import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine, guarded, unguarded } from '#domain/sheets/write-csv.ts';
import { answerCell, RESULT_COLUMNS, rateCell, rewardCell, timeCell } from './result-columns.ts';

test('the columns are those that the field knows, in its order', () => {
  expect(RESULT_COLUMNS.join(',')).toBe(
    'HITId,HITTypeId,Title,Description,Keywords,Reward,CreationTime,MaxAssignments,RequesterAnnotation,AssignmentDurationInSeconds,AutoApprovalDelayInSeconds,Expiration,NumberOfSimilarHITs,LifetimeInSeconds,AssignmentId,WorkerId,AssignmentStatus,AcceptTime,SubmitTime,AutoApprovalTime,ApprovalTime,RejectionTime,RequesterFeedback,WorkTimeInSeconds,LifetimeApprovalRate,Last30DaysApprovalRate,Last7DaysApprovalRate',
  );
  expect(RESULT_COLUMNS).toHaveLength(27);
});

test('times, rewards and rates read as they do in the field', () => {
  expect(timeCell(new Date('2026-11-20T12:00:00.999Z'))).toBe('Fri Nov 20 12:00:00 UTC 2026');
  expect(timeCell(new Date('2026-01-03T07:08:09Z'))).toBe('Sat Jan 03 07:08:09 UTC 2026');
  expect(timeCell(null)).toBe('');
  expect(rewardCell(5n, 'USD')).toBe('$0.05');
  expect(rewardCell(5n, 'EUR')).toBe('EUR 0.05');
  expect(rewardCell(5n, 'JPY')).toBe('JPY 5');
  expect(rateCell({ approved: 12, decided: 12 })).toBe('100% (12/12)');
  expect(rateCell({ approved: 2, decided: 3 })).toBe('67% (2/3)');
  expect(rateCell({ approved: 0, decided: 0 })).toBe('0% (0/0)');
});

test('several choices stand in one cell and can be told apart', () => {
  const box = { label: 'cat', x: 0.1, y: 0.2, width: 0.3, height: 0.4 };
  const fields = { one: 'a|b', many: ['a', 'b'], odd: ['a|b', 'c'], none: [], boxes: [box] };
  expect(answerCell(fields, 'one')).toBe('a|b');
  expect(answerCell(fields, 'many')).toBe('a|b');
  expect(answerCell(fields, 'odd')).toBe('["a|b","c"]');
  expect(answerCell(fields, 'none')).toBe('');
  expect(answerCell(fields, 'boxes')).toBe(JSON.stringify([box]));
  expect(answerCell(fields, 'constructor')).toBe('');
});

test('no cell runs as a formula, and none is changed by it for good', () => {
  expect(csvLine(['=1+1', '-5.25', '-x', 'a "b"', ''])).toBe(
    `"'=1+1","-5.25","'-x","a ""b""",""\n`,
  );
  const odd = fc.array(fc.constantFrom(...["'", '=', '+', '-', '@', '\t', '\r', '1', 'x', '＝']));
  fc.assert(
    fc.property(odd, (parts) => {
      const text = parts.join('');
      expect(unguarded(guarded(text))).toBe(text);
      expect(guarded(text)).not.toMatch(/^(?!-?\d+(\.\d+)?$)[=+\-@\t\r＝]/);
    }),
    { numRuns: 1_000 },
  );
});
