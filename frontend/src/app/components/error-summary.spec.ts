import { TestBed } from '@angular/core/testing';
import { describe, expect, it, jest } from '@jest/globals';
import { ErrorSummary } from './error-summary';

describe('The error summary', () => {
  it('is not on the page while nothing is wrong', async () => {
    const fixture = TestBed.createComponent(ErrorSummary);
    fixture.componentRef.setInput('items', []);
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toBe('');
  });

  it('takes the focus and leads to the field', async () => {
    const fixture = TestBed.createComponent(ErrorSummary);
    const page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    const focus = jest.fn();
    fixture.componentRef.setInput('items', [
      { message: 'Enter your password', fieldId: 'password', focus },
      { message: 'The service could not be reached', fieldId: null, focus: null },
    ]);
    await fixture.whenStable();

    expect(document.activeElement).toBe(page.querySelector('.govuk-error-summary'));
    const links = [...page.querySelectorAll('a')];
    expect(links.map((link) => link.textContent)).toEqual(['Enter your password']);
    expect(links[0]?.getAttribute('href')).toBe('#password');
    links[0]?.click();
    expect(focus).toHaveBeenCalledTimes(1);
    page.remove();
  });
});
