import { Component, computed, input, type Resource } from '@angular/core';
import { problemOf } from '../platform/problem';

/** What a page says while it reads, and when reading failed; nothing once the data are there. */
@Component({
  selector: 'app-read-state',
  templateUrl: './read-state.html',
})
export class ReadState {
  readonly resource = input.required<Resource<unknown> & { reload(): boolean }>();
  /** What is being read, as it stands in "Loading people". */
  readonly subject = input.required<string>();
  protected readonly problem = computed(() => {
    const error = this.resource().error();
    return error ? problemOf(error) : null;
  });
  protected readonly isFinal = computed(() =>
    ['not-found', 'not-permitted'].includes(this.problem()?.code ?? ''),
  );
}
