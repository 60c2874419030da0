"""Pure calendar arithmetic: rules and a visit make a plan. Never asks what day it is."""
