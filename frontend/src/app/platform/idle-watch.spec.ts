import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { IdleWatch } from './idle-watch';
import { SessionStore } from './session-store';
import { ruthsSession } from '../../testing/ruths-session';

const minutes = (count: number) => count * 60_000;

describe('A session that is not used', () => {
  let idle: IdleWatch;

  beforeEach(() => {
    jest.useFakeTimers();
    TestBed.inject(SessionStore).take(ruthsSession);
    idle = TestBed.inject(IdleWatch);
    idle.answered();
  });

  afterEach(() => {
    idle.stop();
    jest.useRealTimers();
  });

  it('warns two minutes before its end, and ends after thirty', () => {
    jest.advanceTimersByTime(minutes(28) - 1);
    expect(idle.phase()).toBe('active');
    jest.advanceTimersByTime(1);
    expect(idle.phase()).toBe('warning');
    expect(idle.secondsLeft()).toBe(120);
    jest.advanceTimersByTime(minutes(1));
    expect(idle.secondsLeft()).toBe(60);
    jest.advanceTimersByTime(minutes(1));
    expect(idle.phase()).toBe('ended');
  });

  it('begins its time again with each answer of the server, also from the warning', () => {
    jest.advanceTimersByTime(minutes(29));
    idle.answered();
    expect(idle.phase()).toBe('active');
    jest.advanceTimersByTime(minutes(27));
    expect(idle.phase()).toBe('active');
  });

  it('stays while the person works in another tab', () => {
    const otherTab = new BroadcastChannel('session');
    jest.advanceTimersByTime(minutes(29));
    otherTab.postMessage('answered');
    expect(idle.phase()).toBe('active');
    otherTab.close();
  });

  it('is not brought back by another tab once it has ended', () => {
    const otherTab = new BroadcastChannel('session');
    jest.advanceTimersByTime(minutes(30));
    otherTab.postMessage('answered');
    expect(idle.phase()).toBe('ended');
    otherTab.close();
  });

  it('is judged at once when the computer wakes up after its end', () => {
    jest.setSystemTime(Date.now() + minutes(45));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(idle.phase()).toBe('ended');
  });

  it('neither warns nor ends once the person has signed out', () => {
    idle.stop();
    jest.advanceTimersByTime(minutes(60));
    expect(idle.phase()).toBe('off');
  });

  it('counts nothing for a person who is not signed in', () => {
    idle.stop();
    TestBed.inject(SessionStore).forget();
    idle.answered();
    expect(idle.phase()).toBe('off');
  });
});
