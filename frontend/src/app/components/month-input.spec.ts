import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { MonthInput } from './month-input';

describe('A month as two numbers', () => {
  let fixture: ComponentFixture<MonthInput>;
  let month: HTMLInputElement;
  let year: HTMLInputElement;
  const given: string[] = [];

  beforeEach(async () => {
    given.length = 0;
    fixture = TestBed.createComponent(MonthInput);
    fixture.componentRef.setInput('fieldId', 'gathered');
    fixture.componentRef.setInput('label', 'When was it gathered?');
    fixture.componentInstance.value.subscribe((value) => given.push(value));
    await fixture.whenStable();
    const inputs = (fixture.nativeElement as HTMLElement).querySelectorAll('input');
    [month, year] = [...inputs] as [HTMLInputElement, HTMLInputElement];
  });

  async function type(input: HTMLInputElement, text: string): Promise<void> {
    input.value = text;
    input.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  }

  const leave = (from: HTMLInputElement, to: HTMLInputElement | null) =>
    from.dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: to }));

  it('is given when both are there, and not on the way from one to the other', async () => {
    await type(month, '3');
    leave(month, year);
    await type(year, '202');
    expect(given).toEqual([]);
    await type(year, '2026');
    expect(given).toEqual(['2026-03']);
  });

  it('is given as it stands when it is left half filled in, so that it can be refused', async () => {
    await type(month, '3');
    leave(month, null);
    expect(given).toEqual(['-03']);
  });

  it('shows the month it has', async () => {
    fixture.componentRef.setInput('value', '2026-03');
    await fixture.whenStable();
    expect([month.value, year.value]).toEqual(['3', '2026']);
  });
});
