import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { provideRouter, Router, TitleStrategy } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import { PageTitles } from './page-titles';

@Component({ template: '' })
class Page {}

async function open(path: string) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'people', title: 'People', component: Page },
        { path: 'trail', title: 'Trail', component: Page },
      ]),
      { provide: TitleStrategy, useExisting: PageTitles },
    ],
  });
  await TestBed.inject(Router).navigateByUrl(path);
  return { titles: TestBed.inject(PageTitles), title: TestBed.inject(Title) };
}

describe('The title of a page', () => {
  it('is the page, then the service', async () => {
    const { title } = await open('/people');
    expect(title.getTitle()).toBe('People – EHC plan quality audit');
  });

  it('begins with "Error: " while something is wrong, also after the page is named anew', async () => {
    const { titles, title } = await open('/people');
    titles.markFailed(true);
    titles.name('Owen Price');
    expect(title.getTitle()).toBe('Error: Owen Price – EHC plan quality audit');
    titles.markFailed(false);
    expect(title.getTitle()).toBe('Owen Price – EHC plan quality audit');
  });

  it('is free of the error of the page before', async () => {
    const { titles, title } = await open('/people');
    titles.markFailed(true);
    await TestBed.inject(Router).navigateByUrl('/trail');
    expect(title.getTitle()).toBe('Trail – EHC plan quality audit');
  });
});
