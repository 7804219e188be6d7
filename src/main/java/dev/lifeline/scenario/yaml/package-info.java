/// Reader of scenario files: YAML 1.2, read without trust, with a place for each mistake.
package dev.lifeline.scenario.yaml;
