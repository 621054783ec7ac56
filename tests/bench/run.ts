import { hashFiftyThousandStrings, medianTime } from './measure.ts';
import { scoringBenchmarks } from './scoring.ts';
import { statisticsBenchmarks } from './statistics.ts';

/**
 * `npm run bench`. Times depend on the machine; the ratio to hashing 50,000 short strings in the
 * same run hardly does, so it is the figure to compare between machines and over time.
 */
const unit = medianTime(hashFiftyThousandStrings);
const line = (title: string, time: string, ratio: string, wanted: string) => {
  console.log(`${title.padEnd(66)}${time.padStart(10)}${ratio.padStart(9)}${wanted.padStart(10)}`);
};

line('', 'time', 'ratio', 'wanted');
line('50,000 short strings hashed (the unit)', `${unit.toFixed(1)} ms`, '1.00', '');
for (const { title, wantedMs, work } of [...statisticsBenchmarks, ...scoringBenchmarks]) {
  const time = medianTime(work);
  line(title, `${time.toFixed(1)} ms`, (time / unit).toFixed(2), `${wantedMs} ms`);
}
