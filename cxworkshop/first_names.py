"""First names that are no words of another kind, in the languages of our customers.

Names that also are words ("May", "Rose", "Mark", "Dolores", "Ernst") are left out: a person is more
often missed by them than found. In Arabic many names are words ("حسن", "سعيد", "نور").
"""

from __future__ import annotations

_NAMES = """
jane janet john james michael david robert richard thomas charles daniel matthew anthony steven
andrew kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric
jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick dennis jerry
tyler aaron adam nathan zachary walter kyle harold jeremy ethan carl keith roger gerald terry sean
mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret
sandra ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon
laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine
christine debra rachel carolyn catherine maria heather diane ruth julie olivia joyce virginia
victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha
gloria teresa ann sara madison frances kathryn janice jean abigail alice julia judy sophia denise
peter simon graham stuart nigel trevor colin derek geoffrey alan hazel joanne tracey louise gareth
hans peter klaus wolfgang jürgen dieter manfred uwe günter günther helmut horst werner heinz gerhard
rainer bernd joachim karl stefan matthias andreas markus sven torsten thorsten jörg ralf holger
sabine petra monika ursula renate gisela ingrid brigitte helga karin birgit claudia heike susanne
angelika gabriele martina anja katrin kathrin silke ute elke jutta ilse hannelore annette doris
pierre jacques philippe alain bernard christophe laurent nicolas frédéric sébastien thierry gérard
rené rene françois francois isabelle nathalie sylvie valérie sophie sandrine véronique céline
aurélie monique nicole chantal brigitte martine josé jose luis carlos manuel francisco javier
miguel rafael fernando alejandro sergio pablo alberto jorge ricardo eduardo pedro carmen josefa
isabel ana lucía marta elena raquel beatriz silvia cristina rosario yolanda johannes cornelis
willem pieter gerrit jeroen sander maarten joost wouter johanna wilhelmina margriet marieke anneke
saskia esther mirjam jens lars søren niels morten henrik mette hanne kirsten lone pernille bjørn
knut ole geir terje kari inger marit anne-lise solveig astrid erik björn anders mikael göran lennart
gunilla birgitta marianne ingela kerstin annika giovanni giuseppe francesca antonio joão piotr
krzysztof agnieszka małgorzata katarzyna mohammed muhammad ahmed fatima aisha ayse mehmet olga
svetlana natasha dmitri sergei
anna maria joanna magdalena monika ewa zofia hanna aleksandra karolina paulina justyna beata dorota
grażyna jolanta halina irena tomasz paweł michał marcin grzegorz łukasz zbigniew jerzy tadeusz
stanisław andrzej wojciech jakub mateusz lukas leon finn lena lea jan-ole chloé léa manon
hugo théo mathis élodie aurore daniela lorena itziar íñigo nuria sanne femke lotte daan thijs
bram anouk khadija mustafa omar youssef ibrahim zainab maryam layla khaled mahmoud
محمد أحمد فاطمة عائشة خديجة يوسف إبراهيم مريم زينب عبدالله عبدالرحمن مصطفى محمود ياسمين ليلى
سلمى رانيا طارق
"""
FIRST_NAMES = frozenset(_NAMES.split())
