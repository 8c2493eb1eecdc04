// What the framework puts into the global scope before it loads anything else: a test that calls routes imports this first.
import "next/dist/server/node-environment-baseline";
