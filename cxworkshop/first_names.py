"""First names that are no words of another kind, in the languages of our customers.

Names that also are words ("May", "Rose", "Mark", "Dolores", "Ernst") are left out: a person is more
often missed by them than found.
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
hans klaus wolfgang jürgen dieter manfred uwe günter günther helmut horst werner heinz gerhard
rainer bernd joachim karl stefan matthias andreas markus sven torsten thorsten jörg ralf holger
sabine petra monika ursula renate gisela ingrid brigitte helga karin birgit claudia heike susanne
angelika gabriele martina anja katrin kathrin silke ute elke jutta ilse hannelore annette doris
pierre jacques philippe alain bernard christophe laurent nicolas frédéric sébastien thierry gérard
rené rene françois francois isabelle nathalie sylvie valérie sophie sandrine véronique céline
aurélie monique chantal martine josé jose luis carlos manuel francisco javier miguel rafael
fernando alejandro sergio pablo alberto jorge ricardo eduardo pedro carmen josefa isabel ana lucía
marta elena raquel beatriz silvia cristina rosario yolanda johannes cornelis willem pieter gerrit
jeroen sander maarten joost wouter johanna wilhelmina margriet marieke anneke saskia esther mirjam
jens lars søren niels morten henrik mette hanne kirsten lone pernille bjørn knut ole geir terje
kari inger marit anne-lise solveig astrid erik björn anders mikael göran lennart gunilla birgitta
marianne ingela kerstin annika giovanni giuseppe francesca antonio joão piotr krzysztof agnieszka
małgorzata katarzyna mohammed muhammad ahmed fatima aisha ayse mehmet olga svetlana natasha dmitri
sergei tom bob tony jim joe ben sam dave steve mike chris nick andy gillian siobhan niamh ciara
aoife sinead eilidh fiona kirsty moira bronwyn rhiannon alistair hamish declan liam connor kieran
brendan callum rory ewan isla freya phoebe imogen harriet beatrice marjorie doreen maureen sheila
eileen priya anjali deepa kavita lakshmi meera nisha pooja sunita sanjay rajesh vikram arjun rahul
suresh ramesh amit anil ashok mahesh harpreet gurpreet manpreet chinedu emeka ngozi adaeze chioma
oluwaseun kwame kofi ama abena thandiwe sipho nomvula tendai wei ming xiaoming yuki haruto sakura
hiroshi kenji minjun jiwoo nguyen linh thuy benedikt florian sebastian maximilian tobias christoph
dominik philipp fabian julian lukas jonas felix moritz niklas tim leon paul anton emil oskar theo
friedrich ludwig konrad hubert josef franz alois katharina theresa magdalena franziska veronika
elisabeth lieselotte gerda hedwig irmgard waltraud edeltraud rosemarie christa hildegard annemarie
sieglinde aylin elif zeynep emine hatice merve büşra yusuf mustafa ali hasan hüseyin ibrahim murat
emre kemal osman bastien mathieu guillaume julien antoine maxime romain quentin baptiste clément
théo hugo lucas louis étienne gaston marcel andré raymond roland yves hervé gilles didier pascal
aïcha yasmine khadija camille léa manon chloé inès océane mélanie delphine laetitia virginie
corinne odile geneviève marguerite thérèse bernadette colette simone yvette ginette íñigo iñaki
iker aitor unai gorka mikel jordi josep oriol marc xavier raúl rubén iván óscar adrián ángel andrés
agustín joaquín ignacio nicolás esteban emilio gonzalo álvaro rodrigo jesús maría concepción
inmaculada montserrat nuria núria meritxell leire ainhoa amaia itziar begoña verónica mónica paula
irene alba noelia rocío maite daan bram thijs ruben jasper bas koen stijn luuk lotte femke sanne
fleur noor anouk eva roos hendrik dirk wim kees henk piet jaap arie gijs rinus truus riet greet
corrie bep zbigniew andrzej tomasz paweł marcin michał marek grzegorz jerzy tadeusz mariusz dariusz
zdzisław ryszard kazimierz henryk stanisław wojciech jakub mateusz kamil bartosz szymon łukasz
rafał ewa krystyna elżbieta joanna danuta aleksandra jadwiga halina irena beata dorota grażyna
jolanta renata urszula bożena zofia hanna natalia justyna karolina amina layla leila noura mariam
maryam zahra zainab khadijah salma huda samira karim khalid omar umar hassan hussein youssef yasser
tariq mahmoud mostafa abdullah abdulrahman فاطمة محمد أحمد محمود حسين خالد عمر يوسف إبراهيم مصطفى
عبدالله عبدالرحمن ليلى مريم زينب خديجة عائشة سلمى سميرة رانيا دينا منى هند رقية ياسمين طارق كريم
سامي وليد ماجد فيصل نادية لطيفة darren wayne lee craig barry clive dean duncan desmond percy cyril
cedric reginald leonard norman neil russell stewart malcolm ivan noel vincent rodney lionel lloyd
garry marvin melvin vernon chantelle kylie kerry tracy stacey lorraine yvonne paulette beverley
beryl gwen gwendolyn glenda muriel winifred edith ethel agnes eunice myrtle maud mabel nora norah
 moya deirdre orla roisin caoimhe hartmut traudl ottilie leyla elfriede erika gudrun heidemarie
ilona inge johann jakob leonie lina margarete marlies melanie mathilde nadine nils olaf peer pia
reinhard reinhold rolf rüdiger sigrid siegfried sonja svenja steffen stefanie tanja thea ulrich
ulrike valentin veit volker wilhelm wilma winfried wiebke cem deniz fatma gülsüm havva kadir meryem
nuray onur orhan selin serkan sevgi tuğba umut volkan yasemin zehra bogdan dragan goran ivana
jelena milan milica nikola slavko solange jérôme mamadou lucienne élodie gérald ghislaine hélène
henri huguette jeanne jeannine joël josiane lise ludovic lydie marc-antoine marie martin maurice
michèle mireille nadège noémie norbert pauline régine rémi rémy rolande ségolène serge stéphane
stéphanie suzanne sylvain tristan yann yannick zoé amadou awa binta fatou ibrahima moussa ousmane
rachid samir sofiane nadia malika farid hakim kader mehdi mourad nabil remedios borja guadalupe
eugenio adolfo carla cayetano daniela elisa encarnación enrique ernesto estefanía fátima felipe
félix gabriel gerardo guillermo héctor ismael jaime jerónimo jimena josefina juan julián lidia
lorena lorenzo lourdes luisa macarena marcos mariana mario matías mauricio miriam natividad nerea
octavio pascual paola ramiro ramón rebeca roberto rodolfo santiago sebastián sofía susana tomás
vanesa vicente ximena yésica sjoerd naima aad adriana aleida alwin annelies annemiek antoon arjan
barend bart bert brigit cees coby dick dineke douwe elly elsbeth ger gerard gertjan guus han
hanneke harm heleen henny herman hilde huub ineke jan janneke jantje jelle jet jolanda karel klaas
leny leendert loes machteld marga mariska marjan marjolein mieke mien nelleke nico pim rianne rik
rob roel sietske sjaak teun tineke tjitske toon trudy wendy bronisława wiesława czesław iwona kewin
adrian aleksander alicja aneta antoni artur bogusław bolesław celina cezary dawid dominika edyta
emilia eugeniusz ewelina felicja franciszek gabriela genowefa helena ignacy iza izabela jacek
janina janusz jarosław józef józefa kacper karol kinga klaudia leszek lucyna ludwik maciej maja
malwina marianna marian mieczysław mirosław nina oliwia patryk paulina przemysław radosław roman
sławomir stefania sylwia teodor wanda weronika wiktor wiktoria wiesław witold władysław zdzisława
zenon zuzanna zygmunt axel bengt bertil britt britta carina christer emelie fredrik gustav hampus
håkan inga ingvar kajsa kjell lena linnea lisbet malin mattias mats olle ove pelle rune siv sofia
stig sture sune tove ulf ulla viktor yngve åke åsa giulia marco luca matteo alessandro chiara
stefano fabio filippo riccardo claudio valentina federica bruno carlo enrico gianluca massimo
salvatore vincenzo
"""
# Words of another of our languages: names only where they begin with a capital.
_WORDS_TOO = """
lone harm greet riet corrie ann julian solange anders elke sean ben sam tim bas fleur noor roos eva
leon ali ama ana alba marc paul ming wei bram jim joan ole geir jean sara hanna lee dean rob dick
bart jan han jet toon ger rik pim maja awa deniz umut bert bruno victoria mario luca gabriel serge
martin marie robert maurice roman marco simone andrea paola elena teun nina wanda aad hilde lina
sonja milan peer cem guus
"""
WITH_A_CAPITAL = frozenset(_WORDS_TOO.split())
FIRST_NAMES = frozenset(_NAMES.split())
