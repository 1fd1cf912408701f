"""Tests of Rundbord: one folder an app, journeys through the browser, and consistency of the repository itself."""
