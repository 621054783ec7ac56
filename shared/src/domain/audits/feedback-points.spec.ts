import { describe, expect, it } from '@jest/globals';
import { feedbackPoints, pointsOpen, whyNoPoints } from './feedback-points.js';
import { criterion, framework } from './framework.fixture.js';

const definition = framework({
  voice: [50, [criterion('attributed'), criterion('heard', 1, true)]],
  outcomes: [50, [criterion('smart', 3), criterion('steps'), criterion('linked', 2)]],
});
const ours = { isTransferredIn: false, isTribunalOrdered: false };
const [good, weak, failing] = ['good', 'requires-improvement', 'inadequate'];

describe('the points of feedback', () => {
  it('are critical criteria at the lowest grade first, then weight times steps below the meeting grade', () => {
    const agreed = {
      ...{ attributed: failing, heard: failing, smart: weak, steps: weak, linked: failing },
    };
    // Heard is critical; linked 2 × 2, smart 3 × 1, attributed 1 × 2, steps 1 × 1.
    expect(pointsOpen(definition, agreed)).toEqual([
      ...['heard', 'linked', 'smart', 'attributed', 'steps'],
    ]);
    expect(feedbackPoints(definition, agreed, ours)).toEqual(['heard', 'linked', 'smart']);
  });

  it('stand in the order of the framework where they weigh the same', () => {
    expect(pointsOpen(definition, { steps: weak, attributed: weak })).toEqual([
      ...['attributed', 'steps'],
    ]);
  });

  it('leave out what meets the standard and what has no grade', () => {
    const agreed = {
      ...{ attributed: good, heard: 'outstanding', smart: 'cannot-tell', steps: 'not-applicable' },
      linked: null,
    };
    expect(pointsOpen(definition, agreed)).toEqual([]);
  });

  it('do not count a critical criterion as failing above the lowest grade', () => {
    expect(pointsOpen(definition, { heard: weak, attributed: failing })).toEqual([
      ...['attributed', 'heard'],
    ]);
  });

  it('are none where another authority wrote the plan or the Tribunal ordered it', () => {
    const transferred = { ...ours, isTransferredIn: true };
    const ordered = { ...ours, isTribunalOrdered: true };
    expect(feedbackPoints(definition, { heard: failing }, transferred)).toEqual([]);
    expect(feedbackPoints(definition, { heard: failing }, ordered)).toEqual([]);
    expect(whyNoPoints(transferred)).toMatch(/transferred in/);
    expect(whyNoPoints(ordered)).toMatch(/Tribunal/);
    expect(whyNoPoints(ours)).toBeNull();
  });
});
