import { html, writePage } from '../html';
import { replyPage } from '../http';
import { chooseNextPath } from '../next-path';
import { answerJsonSignIn } from '../sign-in';
import type { Layout } from './layout';
import { sha1Notice } from './sha1-notice';
import { codeStep, emailStep, keyStep } from './steps';

/** The documented three steps, swapped in place by the page's own script. Key and code are verified together at the end. */
export const documented: Layout = {
  routes: [
    {
      method: 'GET',
      path: '/auth/login',
      answer: visit => replyPage(writeLogin(chooseNextPath(visit.query))),
    },
    {
      method: 'POST',
      path: '/api/user/login',
      answer: (visit, state) => answerJsonSignIn(visit, state, { asksForKey: true }),
    },
  ],
};

function writeLogin(nextPath: string) {
  const content = html`<h1>Sign in</h1>
<form id="login-form" novalidate data-next="${nextPath}">
  <div id="step">${emailStep}</div>
  <div id="error" role="alert"></div>
  <button id="restart-btn" type="button" class="link" hidden>Start again</button>
</form>
<template id="email-step">${emailStep}</template>
<template id="key-step">${keyStep}</template>
<template id="code-step">${codeStep}</template>
${sha1Notice}
<p class="aside"><a href="/auth/backup">Use a backup code</a></p>`;
  return writePage({ title: 'Sign in', content, scripts: ['documented.js'] });
}
