import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/** Links to the other pages of a list, keeping the filters in the address. */
@Component({
  selector: 'app-pagination',
  imports: [RouterLink],
  templateUrl: './pagination.html',
})
export class Pagination {
  readonly page = input.required<number>();
  readonly pages = input.required<number>();
  protected readonly steps = computed(() => pageSteps(this.page(), this.pages()));
}

/** The first, the last and the neighbours of the present page; 0 stands for what is left out. */
export function pageSteps(page: number, pages: number): number[] {
  const wanted = [...new Set([1, page - 1, page, page + 1, pages])].filter(
    (step) => step >= 1 && step <= pages,
  );
  return wanted
    .sort((a, b) => a - b)
    .flatMap((step, index) => {
      const before = wanted[index - 1];
      return before !== undefined && step - before > 1 ? [0, step] : [step];
    });
}
